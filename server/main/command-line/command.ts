import type { CommandOutcome, Terminal } from './terminal.ts'

type OptionKind = 'text' | 'texts' | 'flag'

export type Option = {
  kind: OptionKind
  /** How usage names the value: `NAME`. */
  value: string
  says: string
  isNeeded: boolean
  choices?: readonly string[]
}

type Options = Record<string, Option>

/** One command of the table: parsing, usage and the list in the README come from it. */
export type Command = {
  words: readonly string[]
  says: string
  /** Required, and shown in capitals in the usage. */
  operands: readonly string[]
  optionalOperands: readonly string[]
  options: Options
  load: () => Promise<(terminal: Terminal, input: never) => Promise<CommandOutcome> | Promise<void>>
}

type ValueOf<O extends Option> = O extends { kind: 'flag' }
  ? boolean
  : O extends { kind: 'texts' }
    ? string[]
    : O extends { choices: readonly (infer C)[]; isNeeded: true }
      ? C
      : O extends { isNeeded: true }
        ? string
        : string | undefined

type Input<O extends Options, P extends readonly string[], Q extends readonly string[]> = {
  values: { [K in keyof O]: ValueOf<O[K]> } & { json: boolean }
  operands: Record<P[number], string> & Record<Q[number], string | undefined>
}

type CommandSpec<O extends Options, P extends readonly string[], Q extends readonly string[]> = {
  says: string
  operands?: P
  optionalOperands?: Q
  options?: O
  /** True if the command prints a list or a verdict, which then has a `--json` form. */
  printsJson?: boolean
  /** Imports the command's code only when it runs, so that `--help` stays fast. */
  load: () => Promise<(terminal: Terminal, input: Input<O, P, Q>) => Promise<CommandOutcome> | Promise<void>>
}

export function defineCommand<
  const O extends Options = Record<never, never>,
  const P extends readonly string[] = [],
  const Q extends readonly string[] = [],
>(words: string, spec: CommandSpec<O, P, Q>): Command {
  const { says, operands = [], optionalOperands = [], options = {}, printsJson, load } = spec
  return {
    words: words.split(' '),
    says,
    operands,
    optionalOperands,
    options: { ...options, ...(printsJson && { json: flag('prints JSON, for programs') }) },
    load,
  }
}

export const text = (value: string, says: string) => ({ kind: 'text', value, says, isNeeded: false }) as const
export const texts = (value: string, says: string) => ({ kind: 'texts', value, says, isNeeded: false }) as const
export const needed = (value: string, says: string) => ({ kind: 'text', value, says, isNeeded: true }) as const
export const neededTexts = (value: string, says: string) => ({ kind: 'texts', value, says, isNeeded: true }) as const
export const flag = (says: string) => ({ kind: 'flag', value: '', says, isNeeded: false }) as const
export const choice = <const C extends readonly string[]>(value: string, choices: C) =>
  ({ kind: 'text', value, says: choices.join(', '), isNeeded: true, choices }) as const
