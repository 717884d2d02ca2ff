import type { Command, Option } from './command.ts'

export const product = 'fieldkey: sign-in and password recovery for field-sales teams'

/** `fieldkey user add USERNAME` */
function nameOf({ words, operands, optionalOperands }: Command): string {
  const names = [
    ...operands.map(name => name.toUpperCase()),
    ...optionalOperands.map(name => `[${name.toUpperCase()}]`),
  ]
  return ['fieldkey', ...words, ...names].join(' ')
}

function optionWords([name, { kind, value, isNeeded }]: [string, Option]): string {
  const words = kind === 'flag' ? `--${name}` : `--${name} ${value}`
  return `${isNeeded ? words : `[${words}]`}${kind === 'texts' ? ' …' : ''}`
}

/** One line for each command, as the README has it. */
export function listCommands(commands: readonly Command[]): string {
  return columns(commands.map(command => [nameOf(command), command.says]))
}

export function usageOf(command: Command): string {
  const { says, options } = command
  const rows = Object.entries(options).map(([name, { kind, value, says: meaning }]) => [
    kind === 'flag' ? `--${name}` : `--${name} ${value}`,
    meaning,
  ])
  const details = columns([...rows, ['--help', 'prints this'], ['--version', 'prints the version']])
  return `Usage: ${[nameOf(command), ...Object.entries(options).map(optionWords)].join(' ')}\n\nThe command ${says}.\n\n${indent(details)}`
}

/** The usage of `fieldkey`, or of a word that several commands start with. */
export function usageOfGroup(words: readonly string[], commands: readonly Command[]): string {
  const name = ['fieldkey', ...words].join(' ')
  return `Usage: ${name} COMMAND\n\n${indent(listCommands(commands))}\n\n${name} COMMAND --help shows the options.`
}

function columns(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([first = '']) => first.length))
  return rows.map(([first = '', second = '']) => `${first.padEnd(width)}  ${second}`).join('\n')
}

const indent = (lines: string) => lines.replaceAll(/^/gm, '  ')
