import type { RowVerdict } from '../../../shared/contract/import-lists.ts'
import type { NameRefusal } from '../../people/accounts/username.ts'
import { usernameWords } from '../../people/accounts/username-words.ts'
import type { Finding, FindingKind } from './findings.ts'

type Details = { row: number; text: string; refusal: NameRefusal | undefined }

const words: Record<FindingKind, (finding: Details) => string> = {
  'too-many-cells': () => 'The row has more cells than the header. Put texts that contain the separator in quotes.',
  missing: ({ text }) => `${text} is missing.`,
  'too-long': ({ text }) => `${text} is too long.`,
  'bad-username': ({ text, refusal }) => `“${text}” can't be a username. ${reasonWords(refusal)}`,
  'bad-contact-name': ({ text }) =>
    `“${text}” cannot be a username: use the e-mail address itself, or a name without @.`,
  'bad-address': ({ text, refusal }) => `“${text}” can't be an email address. ${reasonWords(refusal)}`,
  'unknown-type': ({ text }) => `“${text}” is not a user type: use admin, dual, device or scan.`,
  'unknown-status': ({ text }) => `“${text}” is not a status: use open or closed.`,
  'unknown-access': ({ text }) => `“${text}” is neither yes nor no.`,
  'shortened-number': ({ text }) =>
    `A spreadsheet has shortened this number to “${text}”. Format the column as text and enter the number anew.`,
  'separated-number': ({ text }) =>
    `“${text}” can be read as several numbers. Format the column as text and enter the account number without separators.`,
  duplicate: ({ row }) => `This is in row ${row} already.`,
  taken: ({ text }) => `${text} has this username already.`,
  'other-retailer': () => 'This contact belongs to another retailer, and does not move by an import.',
  'above-you': () => 'This user has rights that you lack. Ask somebody with at least the same rights.',
  'role-above-you': ({ text }) => `The role ${text} has rights that you lack, so you cannot give it.`,
  'no-such-role': ({ text }) => `There is no role called “${text}”. Make it under Roles first.`,
  'no-such-territory': ({ text }) =>
    `There is no territory called “${text}”. Add it under Territories, or choose to have new ones made.`,
  'no-such-retailer': ({ text }) =>
    `There is no retailer with the account number “${text}”. Import the retailers first.`,
  'no-licence': ({ text }) => `No licence of the type ${text} was free for it.`,
  exists: () => 'It is there already, and stays as it is.',
  'nothing-new': () => 'It is there already, and the file says the same.',
  'no-address': () => 'The username is not an e-mail address: this person can sign in, but cannot reset by mail.',
  'type-stays': ({ text }) => `The user type stays ${text}: an import does not change it.`,
  'role-stays': () => 'The role stays as it is: an import does not change it.',
  'address-stays': () => 'The e-mail address stays as it is: it is changed on the contact itself, and takes a day.',
  'status-stays': ({ text }) => `The retailer stays ${text}: an import does not change it.`,
  'deactivated-stays': () => 'The account is deactivated, and stays so.',
  'role-without-use': () => 'A role counts for admin and dual alone: it is left out.',
  'no-role': () => 'Without a role this user sees nothing of the admin site.',
  'new-territory': ({ text }) => `The territory ${text} will be made.`,
  'number-tidied': ({ text }) => `The account number is read as ${text}: a spreadsheet had added decimals.`,
  'address-question': ({ text }) => `Did you mean ${text}? If so, correct the file before you import it.`,
  'lost-zeros': ({ text }) =>
    `Did you mean ${text}? A spreadsheet removes the zeros before a number: format the column as text.`,
  'broken-letter': () => 'A letter of this row was lost before it came here (�). Look at it afterwards.',
}

/** A finding in words for people. */
export function findingWords({ kind, row = 0, text = '', refusal }: Finding): string {
  return words[kind]({ row, text, refusal })
}

const reasonWords = (refusal: NameRefusal | undefined) =>
  refusal ? usernameWords(refusal) : 'Use an email address, or a name without @.'

/** What became of a row, in the file to download: before the import and after it. */
export const resultWords: Record<'before' | 'after', Record<RowVerdict, string>> = {
  before: { add: 'Will be added', update: 'Will be changed', leave: 'Stays as it is', refuse: 'Cannot be imported' },
  after: { add: 'Added', update: 'Changed', leave: 'Stayed as it was', refuse: 'Not imported' },
}

/** What kept an import from being run, or sent it back. */
export const failureWords: Record<string, { title: string; text: string }> = {
  'no-right': {
    title: 'Nothing was imported',
    text: 'Whoever ordered it may no longer do so. Ask somebody with the right to start it again.',
  },
  fault: {
    title: 'The server could not finish this',
    text: 'Nothing was imported. Upload the file again. If it stays, tell whoever runs the server.',
  },
  'changed-since': {
    title: 'Nothing was imported: something has changed since the check',
    text: 'Some rows can no longer be imported. They are listed below; choose again.',
  },
  'no-licence': {
    title: 'Nothing was imported: there are not enough licences',
    text: 'Enable more under Subscription, or import only as many rows as there are licences for.',
  },
}
