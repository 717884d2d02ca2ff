import { randomUUID } from 'node:crypto'
import { noRights } from '../../../shared/contract/rights.ts'
import { startTestApp, type TestApp } from '../servers/app.ts'
import { type ApiUser, addAdministrator, asJson } from './administrators.ts'
import { signIn, until } from './reset-steps-http.ts'

/** The subject of the notice to the previous address. */
export const renamed = 'Your username was changed'

/** The demo with licences for every person that the tests add. */
export async function startRoomyApp(): Promise<TestApp> {
  const app = await startTestApp()
  await app.database.pool.query('update licences set enabled = 1000')
  return app
}

export const approverRights = { ...noRights, users: 'write', retailers: 'write' } as const

/** Two new administrators who may change and approve addresses. */
export async function addApprovers(app: TestApp): Promise<[ApiUser, ApiUser]> {
  const approvers: [ApiUser, ApiUser] = [
    await addAdministrator(app, { rights: approverRights }),
    await addAdministrator(app, { rights: approverRights }),
  ]
  await ageAccounts(app)
  return approvers
}

/** A deleted administrator has just changed the address of an account. Answers the id of the change. */
export async function makeAddressWait(app: TestApp, accountId: string): Promise<string> {
  const { db, clock } = app.ground
  const now = clock.now()
  const { id } = await db
    .insertInto('address_changes')
    .values({
      account_id: accountId,
      username_before: 'before@harbourvale.example',
      username_after: 'after@harbourvale.example',
      address_before: 'before@harbourvale.example',
      address_after: 'after@harbourvale.example',
      proven_address: 'before@harbourvale.example',
      changed_by: randomUUID(),
      changed_at: now,
      waits_until: new Date(now.getTime() + 86_400_000),
      objected_at: null,
      settled_at: null,
      settled_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes all accounts some days old, because a user who became an administrator today may not approve changes. */
export async function ageAccounts(app: TestApp): Promise<void> {
  await app.database.pool.query(`update accounts set created_at = created_at - interval '30 days'`)
}

/** The URL of the objection in the notice of a changed username or address. */
export function objectionOf({ text }: { text: string }): string {
  const [path] = /\/objection\/[\w-]{43}/.exec(text) ?? []
  if (path === undefined) throw new Error(`This is no notice with an objection: ${text}`)
  return path
}

let people = 0

/** A user to rename: without rights, and with a name without digits, which an email would split. */
export async function addPerson(app: TestApp, more: { emailTo?: string; username?: string } = {}) {
  people += 1
  const { accountId: id = '', password = '' } = await addAdministrator(app, { rights: noRights, signsIn: false })
  const username = more.username ?? `person-${people}@harbourvale.example`
  const { pool } = app.database
  await pool.query('update accounts set username = $2, username_key = lower($2) where id = $1', [id, username])
  await pool.query('update users set email_to = $2 where account_id = $1', [id, more.emailTo ?? null])
  return { id, username, password, next: `next-${people}@harbourvale.example` }
}

export async function command({ visitor, username = '', password = '' }: ApiUser, path: string, body: object = {}) {
  // The change is sensitive and needs a recent sign-in, and some tests advance the clock by days.
  await signIn(visitor, username, password)
  const answer = asJson(await visitor.postJson(`/api/${path}`, body))
  return { ...answer, kind: (answer.body.kind ?? answer.body.problem.kind) as string }
}

export const rename = (by: ApiUser, id: string, username: string) => command(by, `users/${id}/username`, { username })
export const sendReset = (by: ApiUser, id: string) => command(by, `users/${id}/password-reset`)
export async function read({ visitor, username = '', password = '' }: ApiUser, id: string) {
  await signIn(visitor, username, password)
  return asJson(await visitor.get(`/api/users/${id}/new-address`)).body.waiting
}
export const approve = async (by: ApiUser, id: string, changeId?: string) =>
  command(by, `users/${id}/approve-address`, { changeId: changeId ?? (await read(by, id))?.changeId ?? id })

export const countMails = (app: TestApp, to: string, subject: string) =>
  app.smtp.received.filter(mail => mail.to === to && mail.subject === subject).length

export async function eventsOf(app: TestApp, id: string): Promise<string[]> {
  const { rows } = await app.database.pool.query('select action from audit_events where account_id = $1 order by id', [
    id,
  ])
  return rows.map(({ action }) => action)
}

/** Waits until no email is pending: one that hasn't arrived by then never will. */
export function allHandedOver(app: TestApp): Promise<void> {
  const waiting = () =>
    app.database.pool.query(`select from reset_asks union all select from mail_messages where state = 'waiting'`)
  return until(async () => (await waiting()).rowCount === 0, 'the delivery of all email')
}
