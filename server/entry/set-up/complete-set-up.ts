import { suggestAddress } from '../../../shared/names/suggest-address.ts'
import { insertUser } from '../../people/accounts/accounts.store.ts'
import { lockAllAccounts } from '../../people/accounts/everybody.query.ts'
import { takeLicence } from '../../people/licences/take-licence.ts'
import { saveOrganisation, unnamedOrganisation } from '../../people/organisation/organisation.store.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type AddressRefusal, type MailAddress, readMailAddress } from '../../platform/names/read-mail-address.ts'
import { passwordContextOf } from '../../platform/passwords/password-context.ts'
import type { PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import { judgeNewPassword, type NewPasswordRefusal } from '../recovery/judge-new-password.ts'
import { type SetUpLinkState, stateOfLink } from './read-set-up-link.ts'

export type SetUp = {
  organisation: string
  contactLine: string
  username: string
  givenName: string
  familyName: string
}

export type SetUpField = keyof SetUp

export type SetUpToComplete = {
  handle: string
  setUp: SetUp
  /** The address that the person has confirmed after a question about a possible typo. */
  confirmed: string
  first: string
  second: string
  caller: Caller
}

export type SetUpCompleted =
  | { kind: 'completed'; username: string }
  | { kind: 'ended'; why: Exclude<SetUpLinkState, 'live'> }
  | SetUpRefused
  | { kind: 'no-licence' }
  | Busy

export type SetUpRefused = {
  kind: 'refused'
  fields: readonly SetUpField[]
  password: NewPasswordRefusal | undefined
  address?: AddressRefusal
  /** The address that was probably meant. The page asks about it; sending the same address again confirms it. */
  suggestion?: string
}

type Needs = { db: Db; clock: Clock; hashing: PasswordHashing; rule: PasswordRule }

/**
 * Names the organisation and adds its first administrator. The password must pass the same rule as every other (ASVS
 * 6.3.2: there are no default accounts). Exactly one of several concurrent requests succeeds.
 */
export function createCompleteSetUp(needs: Needs) {
  const { db, clock, hashing, rule } = needs
  return async function completeSetUp(order: SetUpToComplete): Promise<SetUpCompleted> {
    const state = await stateOfLink(db, { handle: order.handle, now: clock.now() })
    if (state !== 'live') return { kind: 'ended', why: state }
    const setUp = trimmed(order.setUp)
    const read = readMailAddress(setUp.username)
    const fields = listWrongFields(setUp)
    const password = judgeNewPassword(rule, { ...order, context: contextOfSetUp(setUp) })
    if (read.kind === 'refused')
      return { kind: 'refused', fields: [...fields, 'username'], password, address: read.refusal }
    const { address } = read
    const suggestion = nameKey(order.confirmed) === address.key ? undefined : suggestAddress(address.typed)
    if (fields.length > 0 || password || suggestion !== undefined)
      return { kind: 'refused', fields, password, ...(suggestion !== undefined && { suggestion }) }
    return hashing.inTurn({ reservedFor: 'set-up' }, async hasher => {
      const passwordHash = await hasher.hash(order.first)
      return db.transaction().execute(tx => save(tx, { ...order, setUp, address, passwordHash, at: clock.now() }))
    })
  }
}

/** Words that add no strength to the first password: everything typed beside it. */
export function contextOfSetUp({ organisation, username, givenName, familyName }: SetUp) {
  return passwordContextOf({ names: [givenName, familyName], emails: [username], companyWords: [organisation] })
}

type SetUpToSave = {
  handle: string
  setUp: SetUp
  address: MailAddress
  passwordHash: string
  at: Date
  caller: Caller
}

async function save(
  tx: Tx,
  { handle, setUp, address, passwordHash, at, caller }: SetUpToSave,
): Promise<SetUpCompleted> {
  // Serialises this with every other way of adding a user.
  await lockAllAccounts(tx)
  const state = await stateOfLink(tx, { handle, now: at })
  if (state !== 'live') return { kind: 'ended', why: state }
  const licence = await takeLicence(tx, 'admin')
  if (licence.kind === 'no-licence') return licence
  const { typed: username, key: usernameKey } = address
  const { organisation: name, contactLine, givenName, familyName } = setUp
  await saveOrganisation(tx, { ...unnamedOrganisation, name, contactLine })
  const accountId = await insertUser(tx, {
    username,
    usernameKey,
    givenName,
    familyName,
    userType: 'admin',
    roleId: fullRightsRoleId,
    emailTo: null,
    isActive: true,
    hasLicence: true,
    passwordHash,
    createdAt: at,
  })
  // A contact may have the username. Contacts don't count as users, so the set-up stays open.
  if (accountId === undefined) return { kind: 'refused', fields: ['username'], password: undefined }
  await recordEvent(tx, {
    at,
    action: 'set-up-completed',
    actor: 'self',
    actorAccountId: accountId,
    accountId,
    ...caller,
  })
  return { kind: 'completed', username }
}

const longest: Record<Exclude<SetUpField, 'username'>, number> = {
  organisation: 100,
  contactLine: 200,
  givenName: 100,
  familyName: 100,
}

function listWrongFields(setUp: SetUp): SetUpField[] {
  const fields = Object.keys(longest) as (keyof typeof longest)[]
  return fields.filter(field => {
    const text = setUp[field]
    return text === '' || text.length > longest[field] || /[\p{C}\p{Zl}\p{Zp}]/u.test(text)
  })
}

function trimmed(setUp: SetUp): SetUp {
  const trim = (text: string) => text.trim()
  return {
    organisation: trim(setUp.organisation),
    contactLine: trim(setUp.contactLine),
    username: trim(setUp.username),
    givenName: trim(setUp.givenName),
    familyName: trim(setUp.familyName),
  }
}
