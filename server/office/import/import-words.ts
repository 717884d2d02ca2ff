import { fieldNames, type RowVerdict } from '../../../shared/contract/import-lists.ts'
import type { NameRefusal } from '../../people/accounts/username.ts'
import { usernameWords } from '../../people/accounts/username-words.ts'
import type { Finding, FindingKind } from './findings.ts'

type Details = { row: number; text: string; label: string; refusal: NameRefusal | undefined }

const words: Record<FindingKind, (finding: Details) => string> = {
  'too-many-cells': () =>
    'This row has more cells than the header. Put quotes around text that contains the separator.',
  missing: ({ text }) => `${text} is missing.`,
  'too-long': ({ text }) => `${text} is too long.`,
  'bad-username': ({ text, refusal }) => `“${text}” can't be a username. ${reasonWords(refusal)}`,
  'bad-contact-name': ({ text }) =>
    `“${text}” can't be a username. Use the contact's email address, or a name without @.`,
  'bad-address': ({ text, refusal }) => `“${text}” can't be an email address. ${reasonWords(refusal)}`,
  'unknown-type': ({ text }) => `“${text}” isn't a user type. Use admin, dual, device or scan.`,
  'unknown-status': ({ text }) => `“${text}” isn't a status. Use open or closed.`,
  'unknown-access': ({ text }) => `“${text}” isn't yes or no.`,
  'unknown-credit-status': ({ text }) => `“${text}” isn't a credit status. Use good, watch or hold.`,
  'shortened-number': ({ text }) =>
    `A spreadsheet has shortened this number to “${text}”. Format the column as text and enter the number again.`,
  'separated-number': ({ text }) =>
    `“${text}” could mean more than one number. Format the column as text and enter the account number without separators.`,
  duplicate: ({ row }) => `This repeats row ${row}.`,
  apart: ({ row }) => `Row ${row} belongs to the same order. Put the rows of an order below each other.`,
  incomplete: () => "Another row of the same order can't be imported.",
  taken: ({ text }) => `${text} already has this username.`,
  'other-retailer': () => "This contact belongs to another retailer. An import can't move contacts.",
  'above-you': () => "This user has rights that you don't have. Ask an administrator who has them.",
  'role-above-you': ({ text }) => `You can't assign the role ${text}: it has rights that you don't have.`,
  'no-such-role': ({ text }) => `There is no role called “${text}”. Add it under Roles first.`,
  'no-such-territory': ({ text }) =>
    `There is no territory called “${text}”. Add it under Territories, or let the import create new territories.`,
  'no-such-price-list': ({ text }) => `There is no price list called “${text}”. Import the price lists first.`,
  'no-such-retailer': ({ text }) =>
    `There is no retailer with the account number “${text}”. Import the retailers first.`,
  'no-licence': ({ text }) => `There was no free ${text} licence for this user.`,
  rejected: ({ text, label }) => (label === '' ? text : `${label}: ${text}`),
  'not-stored': () => "The server couldn't store this row. Tell your server administrator.",
  'not-a-number': ({ text, label }) => `${label}: “${text}” isn't a number.`,
  'two-readings': ({ text, label }) =>
    `${label}: “${text}” could mean two numbers. Say under Columns how decimals are written.`,
  negative: ({ text, label }) => `${label}: “${text}” is negative.`,
  'too-many-decimals': ({ text, label }) => `${label}: “${text}” has more decimals than are possible here.`,
  'too-large': ({ text, label }) => `${label}: “${text}” is too large.`,
  'not-a-day': ({ text, label }) => `${label}: “${text}” isn't a date. Use a date such as 2026-05-04.`,
  'two-days': ({ text, label }) => `${label}: “${text}” could mean two dates. Say under Columns how dates are written.`,
  'short-year': ({ text, label }) => `${label}: “${text}” needs a year with four digits.`,
  'not-a-time': ({ text, label }) => `${label}: “${text}” isn't a time on that day. Use a time such as 09:30.`,
  'unknown-yes-or-no': ({ text, label }) => `${label}: “${text}” isn't yes or no.`,
  'hash-unknown': () =>
    "The password hash isn't of a kind that can be checked here. Leave the cell empty and invite the person instead.",
  'hash-weak': () =>
    'The password hash is md5, sha1 or another one that is guessed quickly. Leave the cell empty and invite the person instead.',
  'hash-costly': () =>
    'Checking this password hash would take too long. Leave the cell empty and invite the person instead.',
  'password-stays': () => "The password stays the same: an import doesn't change it.",
  exists: () => 'This already exists and stays unchanged.',
  'nothing-new': () => 'This already exists with the same details.',
  'no-address': () =>
    "This username isn't an email address. The user can sign in, but can't reset the password by email.",
  'type-stays': ({ text }) => `The user type stays ${text}: an import doesn't change it.`,
  'role-stays': () => "The role stays the same: an import doesn't change it.",
  'address-stays': () =>
    "The email address stays the same. You can change it on the contact's page, and the change takes a day.",
  'status-stays': ({ text }) => `The retailer stays ${text}: an import doesn't change the status.`,
  'deactivated-stays': () => 'This account is deactivated and stays deactivated.',
  'role-without-use': () => 'The role is ignored: only admin and dual users have roles.',
  'no-role': () => "Without a role, this user can't see anything on the admin site.",
  'new-territory': ({ text }) => `The territory ${text} will be created.`,
  'number-tidied': ({ text }) => `The account number was read as ${text}: a spreadsheet had added decimals.`,
  'address-question': ({ text }) => `Did you mean ${text}? If so, correct the file before importing.`,
  'lost-zeros': ({ text }) =>
    `Did you mean ${text}? Spreadsheets remove zeros in front of a number. Format the column as text.`,
  'broken-letter': () => 'A letter in this row was already damaged in the file (�). Check the row after the import.',
}

/** The sentence that the screens and the result file show for a finding. */
export function findingWords({ kind, row = 0, text = '', field, refusal }: Finding): string {
  return words[kind]({ row, text, label: field ? fieldNames[field] : '', refusal })
}

const reasonWords = (refusal: NameRefusal | undefined) =>
  refusal ? usernameWords(refusal) : 'Use an email address, or a name without @.'

/** The outcome of a row in the downloaded result, before and after the import runs. */
export const resultWords: Record<'before' | 'after', Record<RowVerdict, string>> = {
  before: { add: 'Will be added', update: 'Will be changed', leave: 'No change', refuse: "Can't be imported" },
  after: { add: 'Added', update: 'Changed', leave: 'Unchanged', refuse: 'Not imported' },
}

/** Why an import failed or returned to the check step. */
export const failureWords: Record<string, { title: string; text: string }> = {
  'no-right': {
    title: 'Nothing was imported',
    text: 'The administrator who started the import no longer has the right to. Ask an administrator with that right to start it again.',
  },
  fault: {
    title: "The server couldn't finish this import",
    text: 'Nothing was imported. Upload the file again. If it fails again, tell your server administrator.',
  },
  'changed-since': {
    title: 'Nothing was imported: some data has changed since the check',
    text: 'Some rows can no longer be imported. They are listed below. Choose what to import again.',
  },
  stopped: {
    title: 'The import was stopped',
    text: 'Rows that were imported before stay imported, and are listed as “No change”. You can import the others.',
  },
  'stopped-midway': {
    title: 'The import stopped: some data has changed since the check',
    text: 'A row can no longer be imported. Rows before it are imported, and are listed as “No change”. Choose what to import again.',
  },
  'fault-midway': {
    title: "The server couldn't finish this import",
    text: 'Some rows are imported. Upload the file again: rows that are imported are listed as “No change”. If it fails again, tell your server administrator.',
  },
  'no-right-midway': {
    title: 'The import stopped',
    text: 'The administrator who started it no longer has the right to import. Some rows are imported. Ask an administrator with that right to upload the file again.',
  },
  'no-licence': {
    title: 'Nothing was imported: there are not enough licences',
    text: 'Enable more licences under Subscription, or import only as many rows as you have licences for.',
  },
}
