import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BaseLogger, pino } from 'pino'
import { listAccounts } from '../../people/accounts/accounts.store.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ground } from '../../platform/ground.ts'
import { createLog } from '../../platform/log.ts'
import { startLocalMailbox } from '../../platform/mail/local-mailbox.ts'
import { readSmtpSettings } from '../../platform/mail/smtp-settings.ts'
import { makeFolder } from '../../platform/make-folder.ts'
import { type Config, ConfigError } from '../../platform/settings/config.ts'
import { startServer } from '../start-server.ts'
import { demoWords } from './demo-words.ts'
import { type DemoSignIn, fieldData, fillDemo } from './fill-demo.ts'
import { fillPictures } from './fill-pictures.ts'

type Needs = { config: Config; clock: Clock; print: (text: string) => void }

/** Starts the demo on this machine only: server, worker, mailbox and, on the first start, the demo organisation. */
export async function startDemo({ config, clock, print }: Needs): Promise<{ stop(): Promise<void> }> {
  const { dataDir, smtp, logLevel: level, mailFrom } = config
  makeFolder(dataDir)
  const logFile = join(dataDir, 'fieldkey.log')
  const log = createLog({ level, destination: openLogFile(logFile) })
  const mailbox = smtp ? undefined : await startLocalMailbox({ folder: makePrivateFolder(join(dataDir, 'mailbox')) })
  let signIns: DemoSignIn[] = []
  let isFirst = false
  let ground: Ground | undefined
  try {
    const server = await startServer({
      config,
      smtp: smtp ?? readSmtpSettings({ url: mailbox?.smtpUrl ?? '', from: mailFrom }),
      clock,
      log,
      mailboxUrl: mailbox?.webUrl,
      prepare: async prepared => {
        ground = prepared
        isFirst = !(await getOrganisation(prepared.db)).isDemo
        signIns = await findSignIns(prepared, join(dataDir, 'sign-ins.json'))
      },
    })
    print(demoWords({ url: config.publicUrl, mailboxUrl: mailbox?.webUrl, signIns, logFile }))
    const stopping = new AbortController()
    const drawing = isFirst && ground ? drawPictures(ground, { signal: stopping.signal, log }) : undefined
    return {
      stop: async () => {
        stopping.abort()
        await drawing
        await server.stop()
        await mailbox?.stop()
      },
    }
  } catch (fault) {
    await mailbox?.stop()
    throw fault
  }
}

/** The demo works without them, and is not held up by them. */
async function drawPictures({ db }: Ground, { signal, log }: { signal: AbortSignal; log: BaseLogger }): Promise<void> {
  const { products: count } = fieldData
  await fillPictures(db, { count, signal }).catch(err =>
    log.error({ err }, 'the pictures of the demo are not complete'),
  )
}

/** Readable by this account only, even if an earlier version made the file readable by everyone. */
function openLogFile(path: string) {
  const file = pino.destination({ dest: path, append: true, sync: true, mode: 0o600 })
  chmodSync(path, 0o600)
  return file
}

/** The emails contain links and codes, and the mailbox writes them readable by everyone. */
function makePrivateFolder(path: string): string {
  makeFolder(path, { mode: 0o700 })
  chmodSync(path, 0o700)
  return path
}

/** The passwords of the first start are kept beside the demo's database, in the demo only. */
async function findSignIns(ground: Ground, file: string): Promise<DemoSignIn[]> {
  const { isDemo } = await getOrganisation(ground.db)
  if (isDemo) return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if ((await listAccounts(ground.db)).length > 0) {
    throw new ConfigError('This database isn\'t a demo: unset DATABASE_URL, or start "fieldkey serve" instead')
  }
  const signIns = await fillDemo(ground)
  writeFileSync(file, JSON.stringify(signIns, null, 2), { mode: 0o600 })
  return signIns
}
