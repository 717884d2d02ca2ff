import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { listCommands } from './usage.ts'

/** Runs without any setting: a command that got as far as running would complain about that. */
async function run(...args: string[]): Promise<{ out: string; err: string }> {
  const said: string[] = []
  const terminal: Terminal = { env: {}, say: text => said.push(text), isInteractive: true }
  const err = await runCommand(terminal, args).then(
    () => '',
    (fault: unknown) => {
      if (!(fault instanceof UsageError)) throw fault
      expect(fault.exitCode).toBe(2)
      return fault.message
    },
  )
  return { out: said.join('\n'), err }
}

const named = commands.map(command => [command.words.join(' '), command] as const)
const operandsOf = (name: string) => commands.find(({ words }) => words.join(' ') === name)?.operands ?? []

describe('fieldkey, with nothing but its arguments,', () => {
  test.each(named)('%s --help and --version answer on standard output', async (name, { options }) => {
    const help = await run(...name.split(' '), '--help')
    expect(help.err).toBe('')
    expect(help.out).toMatch(new RegExp(`^Usage: fieldkey ${name}`))
    for (const option of Object.keys(options)) expect(help.out).toContain(`--${option}`)
    expect(await run(...name.split(' '), '--version')).toEqual({
      out: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      err: '',
    })
  })

  test.each(named)('%s refuses an unknown option and an extra argument, and prints its own usage', async name => {
    const operands = operandsOf(name).map(() => 'x')
    const option = await run(...name.split(' '), ...operands, '--dry-run')
    expect(option.out).toBe('')
    expect(option.err).toMatch(new RegExp(`^fieldkey ${name}: Unknown option '--dry-run'.*\n\nUsage: fieldkey ${name}`))
    const extra = await run(...name.split(' '), ...operands, 'extra', 'another')
    expect(extra.err).toMatch(new RegExp(`^fieldkey ${name}: .+\n\nUsage: fieldkey ${name}`))
    expect(extra.err.split('\n\n')[0]).not.toContain('\n')
  })

  test('lists every command, and for a shared first word only the commands that start with it', async () => {
    const [all, users] = [await run('--help'), await run('user', '--help')]
    for (const [name] of named) expect(all.out).toContain(`fieldkey ${name}`)
    expect(users.out).toMatch(/^Usage: fieldkey user COMMAND\n/)
    expect(users.out).not.toContain('fieldkey serve')
  })

  test.each([
    ['user add x@example.com', '--type TYPE is missing'],
    ['user add x@example.com --type king', '--type must be one of admin, dual, device, scan'],
    ['user add --type admin', 'USERNAME is missing'],
    ['user add x@example.com --type', "Option '--type <value>' argument missing"],
    ['user rename x@example.com', 'NEW-USERNAME is missing'],
    ['user list --json --json', '--json is given twice'],
    ['subscription device', 'The number is missing'],
    ['organisation --currency pounds', 'currency'],
    ['audit verify --anchor 12:x', "12:x isn't an anchor"],
    ['user', 'the command is missing'],
    ['user frobnicate', 'there is no command frobnicate'],
    ['frobnicate', 'there is no command frobnicate'],
    ['', 'the command is missing'],
  ])('%s is wrong usage: %s', async (line, why) => {
    const { out, err } = await run(...line.split(' ').filter(Boolean))
    expect(out).toBe('')
    expect(err.split('\n\n')[0]).toContain(why)
    expect(err).toContain('\n\nUsage: fieldkey')
  })
})

test('the README lists every command of the table', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
  const [, section = ''] = /### The command line\n\n```\n(.*?)\n```/s.exec(readme) ?? []
  expect(section).toBe(listCommands(commands))
})
