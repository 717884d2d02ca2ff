import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { UsageError } from './terminal.ts'

type ParsedCommand = { values: Record<string, unknown>; operands: Record<string, string> }

/** Parses the arguments of a command and rejects any that the table doesn't list. */
export function parseCommand({ operands, optionalOperands, options }: Command, args: string[]): ParsedCommand {
  const { values, positionals, tokens } = parseStrictly(options, args)
  const names = [...operands, ...optionalOperands]
  const missing = operands[positionals.length]
  if (missing !== undefined) throw new UsageError(`${missing.toUpperCase()} is missing.`)
  const extra = positionals[names.length]
  if (extra !== undefined) throw new UsageError(`Unexpected argument: ${extra}`)
  const used = tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []))
  for (const [name, option] of Object.entries(options)) {
    const value = values[name]
    if (option.isNeeded && value === undefined) throw new UsageError(`--${name} ${option.value} is missing.`)
    if (option.kind !== 'texts' && used.indexOf(name) !== used.lastIndexOf(name))
      throw new UsageError(`--${name} is given twice.`)
    if (option.choices && typeof value === 'string' && !option.choices.includes(value))
      throw new UsageError(`--${name} must be one of ${option.choices.join(', ')}`)
  }
  const absent = Object.entries(options).map(([name, { kind }]) => [
    name,
    { flag: false, texts: [], text: undefined }[kind],
  ])
  return {
    values: { json: false, ...Object.fromEntries(absent), ...values },
    operands: Object.fromEntries(positionals.map((text, index) => [names[index] ?? '', text])),
  }
}

function parseStrictly(options: Command['options'], args: string[]) {
  const types = Object.entries(options).map(([name, { kind }]) => {
    const type: 'boolean' | 'string' = kind === 'flag' ? 'boolean' : 'string'
    return [name, { type, multiple: kind === 'texts' }] as const
  })
  try {
    return parseArgs({ args, allowPositionals: true, strict: true, tokens: true, options: Object.fromEntries(types) })
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    // Node's message goes on to explain `--` at length: keep the first sentence.
    throw new UsageError(fault.message.split(/\n|(?<=\.) /)[0] ?? fault.message)
  }
}
