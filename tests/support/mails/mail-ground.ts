import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../server/platform/clock.ts'
import type { Tx } from '../../../server/platform/database/tables.ts'
import { type Jobs, startJobs } from '../../../server/platform/jobs/jobs.ts'
import { mailQueue } from '../../../server/platform/jobs/queue-names.ts'
import { createDeliverMail } from '../../../server/platform/mail/deliver-mail.job.ts'
import type { ComposedMail, MailKind, MailMessage } from '../../../server/platform/mail/mail-kinds.ts'
import { createQueueMail, type QueueMail } from '../../../server/platform/mail/queue-mail.ts'
import { createMessageTokens, createReturnPath } from '../../../server/platform/mail/return-path.ts'
import { createSmtp } from '../../../server/platform/mail/smtp.ts'
import { readSmtpSettings } from '../../../server/platform/mail/smtp-settings.ts'
import { createSweepMail } from '../../../server/platform/mail/sweep-mail.job.ts'
import { createSecrets } from '../../../server/platform/settings/secrets.ts'
import { hourMs } from '../../../shared/time.ts'
import { createTestDatabase, type TestDatabase } from '../databases/database.ts'
import { createQuietLog } from '../servers/quiet-log.ts'
import { createSecretMail, mailFrom, organisation } from './secret-mail.ts'
import { startTestSmtp } from './smtp.ts'

const madeKey = { id: 'test', key: randomBytes(32) }

export type MailGround = Awaited<ReturnType<typeof createMailGround>>

/** Database, queue and SMTP server, with one kind of email that records its outcome in the audit. */
export async function createMailGround() {
  const database = await createTestDatabase()
  const smtp = await startTestSmtp()
  const { log, lines } = createQuietLog()
  const clock = createMovableClock()
  const { db, connection } = database
  const jobs: Jobs = await startJobs({ connection, log, queues: [mailQueue] })
  const { kind, secrets, composeWith, forgetKind } = createRecordedKind(clock)
  const outgoing = createSmtp(readSmtpSettings({ url: smtp.url, from: mailFrom }))
  const needs = {
    db,
    jobs,
    clock,
    log,
    smtp: outgoing,
    kinds: { reset: kind },
    getOrganisation: async () => organisation,
    returnPath: createReturnPath({ secrets: createSecrets([madeKey]), address: 'bounces@harbourvale.example' }),
    messageTokens: createMessageTokens({ secrets: createSecrets([madeKey]) }),
  }
  const deliver = createDeliverMail(needs)
  const queueMail = createQueueMail({ jobs, clock })
  return {
    ...needs,
    ...createMailSteps({ database, clock, queueMail }),
    database,
    server: smtp,
    logLines: lines,
    secrets,
    kind,
    deliver,
    queueMail,
    sweep: createSweepMail({ db, jobs, clock, deliver }),
    composeWith,
    /** As after the start: copying a database for each test would take most of its time. */
    reset: async () => {
      await smtp.reset()
      forgetKind()
      lines.length = 0
      await database.pool.query(deletedRows)
    },
    stop: async () => {
      await jobs.stop()
      outgoing.close()
      await smtp.stop()
      await database.drop()
    },
  }
}

const written = ['mail_messages', 'failing_addresses', 'audit_events', 'accounts', 'jobs.job']
/** Without the triggers that keep the rows of the audit. */
const deletedRows = `begin; set local session_replication_role = replica;
  ${written.map(table => `delete from ${table};`).join(' ')} commit`

/** A kind of email that records each outcome in the audit, and the secrets that it made. */
function createRecordedKind(clock: Clock) {
  const secrets: string[] = []
  const composeNothing = async (_message: MailMessage): Promise<ComposedMail | undefined> => undefined
  let compose = composeNothing
  const note = (action: string) => async (tx: Tx) => {
    await tx
      .insertInto('audit_events')
      .values({ at: clock.now(), action, actor: 'system' } as never)
      .execute()
  }
  const kind: MailKind = {
    compose: async message => {
      const own = await compose(message)
      if (own) return own
      const { mail, link, code } = createSecretMail()
      secrets.push(link, code)
      return { kind: 'mail', mail, accepted: note('accepted'), refused: note('refused') }
    },
    expired: note('expired'),
  }
  return {
    kind,
    secrets,
    composeWith: (own: typeof compose) => {
      compose = own
    },
    forgetKind: () => {
      compose = composeNothing
      secrets.length = 0
    },
  }
}

type StepNeeds = { database: TestDatabase; clock: Clock; queueMail: QueueMail }

function createMailSteps({ database: { db, pool }, clock, queueMail }: StepNeeds) {
  return {
    /** An account with this address, to which emails are queued. */
    addPerson: async (username: string) => {
      const { rows } = await pool.query(
        `insert into accounts (kind, username, username_key, created_at)
         values ('user', $1, lower($1), now()) returning id`,
        [username],
      )
      return String(rows[0].id)
    },
    queue: (recipient: string, options: { minutes?: number; accountId?: string } = {}) =>
      db.transaction().execute((tx: Tx) =>
        queueMail(tx, {
          kind: 'reset',
          accountId: options.accountId ?? null,
          subjectId: null,
          recipient,
          deliverBy: new Date(clock.now().getTime() + (options.minutes ?? 60) * 60_000),
        }),
      ),
    readMessage: (id: string) =>
      db.selectFrom('mail_messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    listNotes: async () =>
      (await db.selectFrom('audit_events').select('action').orderBy('id').execute()).map(row => row.action),
  }
}

export function createMovableClock(start = new Date()) {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    advance: (seconds: number) => {
      at += seconds * 1000
    },
    /** For a test in which minutes pass on one day, whatever the hour of the machine. */
    advanceToNoon: () => {
      at += (36 - new Date(at).getUTCHours()) * hourMs
    },
  }
}
