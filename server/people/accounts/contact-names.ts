import { type AddressRefusal, readMailAddress } from '../../platform/names/read-mail-address.ts'
import { type NameRefusal, readNewName, type Username } from './username.ts'

export type BadContactName =
  | { kind: 'bad-address'; refusal: AddressRefusal }
  | { kind: 'bad-username'; refusal: NameRefusal }
  /** The username is an email address, but not the contact's own. */
  | { kind: 'bad-contact-name' }

export type ContactNames = { kind: 'read'; username: Username; email: string } | BadContactName

/**
 * Reads the username and the email address of a contact. A username that is an address must be the contact's own:
 * otherwise it would name one person and send that person's resets to another.
 */
export function readContactNames({ username, email }: { username: string; email: string }): ContactNames {
  const address = readMailAddress(email)
  if (address.kind === 'refused') return { kind: 'bad-address', refusal: address.refusal }
  const name = readNewName(username)
  if (name.kind === 'refused') return { kind: 'bad-username', refusal: name.refusal }
  const isOther = name.username.key.includes('@') && name.username.key !== address.address.key
  if (isOther) return { kind: 'bad-contact-name' }
  return { kind: 'read', username: name.username, email: address.address.typed }
}
