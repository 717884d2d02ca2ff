import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { parseCommand } from './parse-command.ts'
import { type CommandOutcome, type Terminal, UsageError } from './terminal.ts'
import { product, usageOf, usageOfGroup } from './usage.ts'
import { readVersion } from './version.ts'

/** Runs one command line. A command that the table doesn't list is rejected before anything happens. */
export async function runCommand(terminal: Terminal, args: readonly string[]): Promise<CommandOutcome> {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const own = args.slice(0, end)
  const command = findCommand(args)
  if (own.includes('--help') || own.includes('-h')) {
    terminal.say(command ? usageOf(command) : helpOf(args))
    return {}
  }
  if (own.includes('--version')) {
    terminal.say(readVersion())
    return {}
  }
  if (!command) throw refuse(args)
  try {
    const input = parseCommand(command, args.slice(command.words.length))
    const run = await command.load()
    return (await run(terminal, input as never)) ?? {}
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault
    throw new UsageError(`${['fieldkey', ...command.words].join(' ')}: ${fault.message}\n\n${usageOf(command)}`)
  }
}

const beginsWith = (words: readonly string[], start: readonly string[]) =>
  start.every((word, index) => words[index] === word)

/** The longest match wins: one command may be the start of another. */
function findCommand(args: readonly string[]): Command | undefined {
  const found = commands.filter(({ words }) => beginsWith(args, words))
  return found.sort((one, other) => other.words.length - one.words.length)[0]
}

function groupOf(args: readonly string[]): readonly string[] {
  const [word = ''] = args
  return commands.some(({ words }) => words[0] === word) ? [word] : []
}

function helpOf(args: readonly string[]): string {
  const group = groupOf(args)
  const usage = usageOfGroup(
    group,
    commands.filter(({ words }) => beginsWith(words, group)),
  )
  return group.length === 0 ? `${product}\n\n${usage}` : usage
}

function refuse(args: readonly string[]): UsageError {
  const group = groupOf(args)
  const word = args[group.length]
  const name = ['fieldkey', ...group].join(' ')
  return new UsageError(
    `${word === undefined ? `${name}: the command is missing.` : `${name}: there is no command ${word}.`}\n\n${helpOf(args)}`,
  )
}
