import { randomBytes } from 'node:crypto'
/** A worker in a separate process, for tests that kill it. Arguments: the connection as JSON, the SMTP server. */
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { systemClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/platform/database/tables.ts'
import { startJobs } from '../../../server/platform/jobs/jobs.ts'
import { mailQueue } from '../../../server/platform/jobs/queue-names.ts'
import { startMailWork } from '../../../server/platform/mail/mail-work.ts'
import { createMessageTokens } from '../../../server/platform/mail/return-path.ts'
import { createSmtp } from '../../../server/platform/mail/smtp.ts'
import { readSmtpSettings } from '../../../server/platform/mail/smtp-settings.ts'
import { createSecrets } from '../../../server/platform/settings/secrets.ts'
import { createQuietLog } from '../servers/quiet-log.ts'
import { createSecretMail, mailFrom, organisation } from './secret-mail.ts'

const [connectionJson = '', smtpUrl = ''] = process.argv.slice(2)
const connection = JSON.parse(connectionJson)
const { log } = createQuietLog()
const nothing = async () => {}

const jobs = await startJobs({ connection, log, queues: [mailQueue] })
await startMailWork({
  messageTokens: createMessageTokens({ secrets: createSecrets([{ id: 'test', key: randomBytes(32) }]) }),
  db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool(connection) }) }),
  jobs,
  log,
  clock: systemClock,
  smtp: createSmtp(readSmtpSettings({ url: smtpUrl, from: mailFrom })),
  getOrganisation: async () => organisation,
  kinds: {
    reset: {
      compose: async () => ({ kind: 'mail', mail: createSecretMail().mail, accepted: nothing, refused: nothing }),
      expired: nothing,
    },
  },
})
process.stdout.write('ready\n')
