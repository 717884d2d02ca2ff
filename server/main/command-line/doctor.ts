import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCheckSender } from '../../office/mail-log/check-sender.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { systemClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { nameDatabase } from '../../platform/database/database-url.ts'
import { readSchemaState, schemaWords } from '../../platform/database/schema-state.ts'
import type { Db } from '../../platform/database/tables.ts'
import { createReadSetUpFaults } from '../../platform/http/recent-set-up-faults.ts'
import { createLog } from '../../platform/log.ts'
import { createSmtp } from '../../platform/mail/smtp.ts'
import { type Config, readConfig } from '../../platform/settings/config.ts'
import { findFolderFault } from './data-folder.ts'
import { examineRequest } from './doctor-request.ts'
import { explainFault } from './explain-fault.ts'
import type { Finding } from './finding.ts'
import { type CommandOutcome, sayJson, type Terminal } from './terminal.ts'

type Options = { json: boolean; request: boolean }

/** Checks everything that a server needs, one line each, and changes nothing. Exits with 1 if a server can't work. */
export async function doctor(terminal: Terminal, { values }: { values: Options }): Promise<CommandOutcome> {
  const findings = await examine(terminal, values)
  const fails = findings.some(({ verdict }) => verdict === 'fail')
  if (values.json) sayJson(terminal, { works: !fails, findings })
  else for (const finding of findings) sayFinding(terminal, finding)
  return { exitCode: fails ? 1 : 0 }
}

function sayFinding({ say }: Terminal, { verdict, text, publish }: Finding): void {
  say(`${verdict.padEnd(4)}  ${text}`)
  if (publish) say(`      ${publish.name} TXT "${publish.text}"`)
}

async function examine({ env }: Terminal, { request }: Options): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(env, { mode: 'serve' })
  } catch (fault) {
    return explainFault(fault)
      .split('\n')
      .map(line => ({ verdict: 'fail', text: `settings: ${line}` }))
  }
  return [
    { verdict: 'ok', text: `settings: ${config.publicUrl}` },
    ...drillFinding(config),
    ...(await examineDatabase(config)),
    ...(request ? await examineRequest({ config, now: systemClock.now() }) : []),
    await examineMailServer(config),
    ...(await examineSender(config)),
  ]
}

const drillFinding = ({ isDrill }: Config): Finding[] =>
  isDrill ? [{ verdict: 'look', text: 'DRILL is set: this server sends no email, and every page says so' }] : []

async function examineDatabase(config: Config): Promise<Finding[]> {
  const { databaseUrl, dataDir } = config
  // Opening a folder that isn't there would create it, for the account that runs this command.
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'postgres/PG_VERSION'))) return [examineFolder(dataDir)]
  try {
    const log = createLog({ level: 'silent' })
    const { db, close } = await openDatabase({ ...(databaseUrl && { databaseUrl }), dataDir, exclusive: false, log })
    try {
      const state = await readSchemaState(db)
      const words = schemaWords(state)
      if (words !== undefined)
        return [{ verdict: state.kind === 'empty' ? 'look' : 'fail', text: `database: ${words}` }]
      return [
        { verdict: 'ok', text: `database: ${(await getOrganisation(db)).name} (${nameDatabase(config)})` },
        ...(await examineSetUp(config, db)),
      ]
    } finally {
      await close()
    }
  } catch (fault) {
    return [{ verdict: 'fail', text: `database: ${explainFault(fault)}` }]
  }
}

/** Proxy faults that a running server has recorded from request headers. */
async function examineSetUp({ publicUrl }: Config, db: Db): Promise<Finding[]> {
  const faults = await createReadSetUpFaults({ db, clock: systemClock, publicUrl })()
  return faults.map(({ sentence, fix, seenAt }) => ({
    verdict: 'fail',
    text: `proxy: ${sentence} (${seenAt}). ${fix}`,
  }))
}

function examineFolder(dataDir: string): Finding {
  const fault = findFolderFault(dataDir)
  if (fault !== undefined) return { verdict: 'fail', text: `database: ${fault}` }
  return { verdict: 'look', text: `database: ${dataDir} has no database yet; fieldkey serve creates it` }
}

async function examineMailServer({ smtp }: Config): Promise<Finding> {
  if (!smtp) return { verdict: 'fail', text: 'mail server: SMTP_URL is missing' }
  const connection = createSmtp(smtp)
  try {
    const trouble = await connection.findTrouble()
    return trouble === undefined
      ? { verdict: 'ok', text: `mail server: ${smtp.host} accepts us` }
      : { verdict: 'fail', text: `mail server: ${trouble}` }
  } finally {
    connection.close()
  }
}

/** Without these records, email is sent but ends up in spam. */
async function examineSender(config: Config): Promise<Finding[]> {
  const { checks } = await createCheckSender({ config })()
  return checks.map(({ verdict, text, publish }) => ({ verdict: verdict === 'found' ? 'ok' : 'look', text, publish }))
}
