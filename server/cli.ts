import { buffer } from 'node:stream/consumers'
import { systemClock } from './clock.ts'
import { auditCommand, auditUsage } from './command-line/audit-command.ts'
import { clientCommand, clientUsage } from './command-line/client-command.ts'
import { doctor } from './command-line/doctor.ts'
import { mailCommand, mailUsage } from './command-line/mail-command.ts'
import { withGround } from './command-line/open-ground.ts'
import { organisationCommand, organisationUsage } from './command-line/organisation-command.ts'
import { serve } from './command-line/serve.ts'
import { subscriptionCommand, subscriptionUsage } from './command-line/subscription-command.ts'
import { CommandError, type Terminal } from './command-line/terminal.ts'
import { userCommand, userUsage } from './command-line/user-commands.ts'
import { ConfigError, readConfig, readEnvironment } from './config.ts'
import { DatabaseRefusal } from './database/refusal.ts'
import { startDemo } from './demo/start-demo.ts'

const usage = `fieldkey: sign-in and password recovery for field-sales teams

  fieldkey serve        the server, with its worker
  fieldkey worker       a worker alone, beside servers
  fieldkey migrate      brings the database's schema up to date
  fieldkey doctor       checks settings, database, mail server and sender
${organisationUsage}
${auditUsage}
${clientUsage}
${mailUsage}
${userUsage}
${subscriptionUsage}`

type Running = (() => Promise<void>) | undefined

const terminal: Terminal = {
  env: readEnvironment(),
  say: text => console.log(text),
  input: () => buffer(process.stdin),
  isInteractive: process.stdout.isTTY,
}

async function run([command, ...args]: string[]): Promise<Running> {
  switch (command) {
    case 'serve':
      return serve(terminal, { listens: true })
    case 'worker':
      return serve(terminal, { listens: false })
    case 'demo': {
      const config = readConfig(terminal.env, { mode: 'demo' })
      const demo = await startDemo({ config, clock: systemClock, print: terminal.say })
      return demo.stop
    }
    case 'migrate':
      await withGround(terminal, async () => terminal.say('The schema is up to date.'))
      return undefined
    case 'doctor':
      await doctor(terminal)
      return undefined
    case 'organisation':
      await organisationCommand(terminal, args)
      return undefined
    case 'audit':
      await auditCommand(terminal, args)
      return undefined
    case 'client':
      await clientCommand(terminal, args)
      return undefined
    case 'subscription':
      await subscriptionCommand(terminal, args)
      return undefined
    case 'mail':
      await mailCommand(terminal, args)
      return undefined
    case 'user':
      await userCommand(terminal, args)
      return undefined
    default:
      throw new CommandError(usage)
  }
}

/** A refusal is a sentence for a person, a fault keeps its stack for whoever mends it. */
function explain(fault: unknown): string {
  if (fault instanceof ConfigError || fault instanceof CommandError || fault instanceof DatabaseRefusal)
    return fault.message
  if (fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS'))
    return fault.message
  if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') {
    return 'The port is in use. Stop what listens there, or set PORT to another one, such as PORT=3001.'
  }
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

/** Also in the middle of a start: the database runs apart from us by then, and would be left behind. */
function stopOnSignal(starting: Promise<Running>): void {
  let isStopping = false
  const handle = async () => {
    if (isStopping) return
    isStopping = true
    const stop = await starting.catch(() => undefined)
    await stop?.()
    process.exit()
  }
  process.on('SIGINT', handle).on('SIGTERM', handle).on('SIGHUP', handle)
}

try {
  const starting = run(process.argv.slice(2))
  stopOnSignal(starting)
  await starting
} catch (fault) {
  console.error(explain(fault))
  process.exitCode = fault instanceof CommandError ? fault.exitCode : 1
}
