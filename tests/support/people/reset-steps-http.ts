import { goodPassword, readResetMail } from '../mails/reset-mail.ts'
import type { ReceivedMail } from '../mails/smtp.ts'
import type { TestApp } from '../servers/app.ts'
import type { Answer, Visitor } from '../servers/visitor.ts'
import { waitFor } from '../waiting/wait-for.ts'

export const riley = 'riley.rep@harbourvale.example'
export const nina = 'nina.rep@harbourvale.example'
export const dan = 'dan.dual@harbourvale.example'
export const sam = 'sam.scan@harbourvale.example'
export const ava = 'ava.admin@harbourvale.example'
export const ian = 'ian.inactive@harbourvale.example'
export const buyer = 'buyer@cornerstore.example'

const seen = new WeakSet<ReceivedMail>()

/** The first email to the address with that subject that no call has returned before. */
export async function nextMailOf(
  app: TestApp,
  { to, subject }: { to: string; subject: string },
): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined
  await until(async () => {
    found = app.smtp.received.find(mail => mail.to === to && mail.subject === subject && !seen.has(mail))
    return found !== undefined
  }, `a mail “${subject}” to ${to}`)
  if (!found) throw new Error('never')
  seen.add(found)
  return found
}

/** Polls until a condition holds. No test promises how long that takes. */
export function until(holds: () => Promise<boolean>, what = 'it'): Promise<void> {
  const look = async () => {
    if (!(await holds())) throw new Error(`Waited in vain for ${what}`)
  }
  return waitFor(look)
}

/** Waits until the worker has decided on every request. */
export function untilDecided(app: TestApp): Promise<void> {
  const decided = async () => (await app.database.db.selectFrom('reset_asks').select('id').execute()).length === 0
  return until(decided, 'the worker to decide on the requests')
}

/** Requests a reset as OK in the popup does, and reads the email after its delivery to the SMTP server is recorded. */
export async function askForMail(app: TestApp, username: string, to = username) {
  const asked = await app.visitor().post('/reset', { username })
  if (asked.status !== 303) throw new Error(`Asking was answered with ${asked.status}`)
  const mail = readResetMail(await nextMailOf(app, { to, subject: 'Reset your password' }))
  await until(async () => (await findRequestState(app, username)) === 'sent', 'the record of the delivery')
  return mail
}

/** The state of the newest request of an account. */
export async function findRequestState(app: TestApp, username: string): Promise<string | undefined> {
  const row = await app.database.db
    .selectFrom('reset_requests as r')
    .innerJoin('accounts as a', 'a.id', 'r.account_id')
    .select('r.state')
    .where('a.username', '=', username)
    .orderBy('r.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.state
}

type Save = { code?: string; newPassword?: string; confirmPassword?: string }

export function save(visitor: Visitor, path: string, fields: Save & { code: string }): Promise<Answer> {
  return visitor.post(path, { newPassword: goodPassword, confirmPassword: goodPassword, ...fields })
}

/** A code that is never the one in the email. */
export const wrongCode = (code: string) => (code === '000000' ? '000001' : '000000')

export async function signIn(visitor: Visitor, username: string, password: string): Promise<Answer> {
  return visitor.post('/sign-in', { username, password })
}

/** Advances past the minute in which a second request sends nothing. */
export const pastQuiet = (app: TestApp) => app.clock.advance(61)
