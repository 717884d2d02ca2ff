import type { ProblemAnswer } from '../../shared/contract/problem.ts'

/** What the API answers instead of what was asked for: the status, and the words for people. */
const problems = {
  'sign-in-first': [401, 'You are signed out', 'Sign in again to go on.'],
  'not-for-you': [403, 'This site is for administrators', 'Your username is for another app. Ask your administrator.'],
  'no-right': [403, 'You may not do this', 'Your role does not include it. Ask somebody who manages roles.'],
  'confirm-first': [403, 'Is it still you?', 'Enter your password once more: what you are about to do matters.'],
  'above-you': [403, 'This user has more rights than you', 'Ask somebody with at least the same rights.'],
  yourself: [409, 'This is your own account', 'Ask another administrator to do it.'],
  'last-administrator': [409, 'Nobody else has full rights', 'Give somebody else full rights first.'],
  'own-role': [409, 'This is your own role', 'Ask another administrator to change it.'],
  'fixed-role': [409, 'This role is always there', 'Make another role with fewer rights instead.'],
  'role-in-use': [409, 'Somebody has this role', 'Give those users another role first.'],
  'role-taken': [409, 'A role of this name exists already', 'Choose another name.'],
  'role-above-you': [403, 'This role has rights that you lack', 'Ask somebody with at least the same rights.'],
  'no-such-role': [404, 'There is no such role', 'Load the list again: somebody may have removed it.'],
  'no-licence': [409, 'No licence is free', 'Enable one more under Subscription, or deactivate somebody first.'],
  'fewer-than-used': [409, 'More are used than that', 'Deactivate somebody of this user type first.'],
  taken: [409, 'This username exists already', 'Search for it under Users: it may be deactivated.'],
  'address-waits': [
    409,
    'This address is new',
    'No mail that leads to a password goes there yet. An administrator can approve it.',
  ],
  'nothing-waits': [409, 'Nothing waits any more', 'Load the page again: somebody has decided, or the time is over.'],
  'changed-again': [409, 'The address was changed again', 'Load the page again, and look at the one that stands now.'],
  'own-change': [409, 'You changed this address yourself', 'Ask another administrator to approve it.'],
  'too-new': [403, 'Your own rights are less than a day old', 'Ask an administrator who has been one for longer.'],
  'bad-username': [422, 'This cannot be a username', 'It must be an e-mail address, such as rep@example.com.'],
  'bad-address': [422, "This can't be an email address", 'Enter one address, such as name@example.com.'],
  'no-such-user': [404, 'There is no such user', 'Go back to the list and choose again.'],
  'no-such-image': [404, 'There is no image', 'Choose one under Edit.'],
  'no-image': [422, "This picture can't be read", 'Choose a PNG or JPEG file that opens on your computer.'],
  'image-too-large': [
    422,
    'This picture is too large or too narrow',
    'Choose one with at most 1 MB, 16 megapixels and 8192 pixels a side. The longer side may be 8 times the shorter.',
  ],
  'pictures-busy': [429, 'Other pictures are being read', 'Try again in a minute.'],
  'no-address': [409, 'This username is no e-mail address', 'Change the username to an e-mail address first.'],
  'no-such-contact': [
    404,
    'There is no such contact',
    'It may belong to another territory now. Sync, then look again.',
  ],
  'on-its-way': [429, 'A mail is on its way', 'One was asked for less than a minute ago. Wait until it has arrived.'],
  'pull-again': [410, 'Everything is fetched once more', 'Your territories or the database have changed.'],
  'not-kept': [404, 'The server does not have this', 'Export it first: it is on this device alone.'],
  'nothing-held': [409, 'Somebody has decided already', 'Load the page again to see what became of it.'],
  'cannot-be-taken': [
    422,
    'This cannot become an order',
    'Its retailer or one of its products is gone, or it cannot be read. Ask whoever captured it, then dismiss it.',
  ],
  'no-device': [409, 'No device of this user is known', 'Nothing of it would be known again without a sign-in.'],
  'no-such-retailer': [404, 'There is no such retailer', 'Go back to the list and choose again.'],
  'number-taken': [409, 'This account number exists already', 'Search for it under Retailers: it may be closed.'],
  'unknown-contact': [404, 'There is no such contact', 'Go back to the retailer and choose again.'],
  'bad-contact-name': [422, 'This cannot be a username', 'Use the e-mail address itself, or a name without @.'],
  'no-such-territory': [404, 'There is no such territory', 'Load the page again: somebody may have removed it.'],
  'territory-taken': [409, 'A territory of this name exists already', 'Choose another name.'],
  'territory-in-use': [409, 'This territory is in use', 'Give its retailers and users another one first.'],
  'bad-network': [
    422,
    "This isn't a network",
    'Enter an address such as 203.0.113.7, or a range such as 203.0.113.0/28.',
  ],
  'network-too-wide': [422, 'This range is too wide for an office', 'Use at most a /20, or a /40 of IPv6.'],
  'network-taken': [409, 'This network is marked already', 'You can remove it and mark it with another name.'],
  'no-such-network': [404, 'This network is not marked', 'Reload the page to see which networks are.'],
  'id-taken': [409, 'There is an app of this id already', 'Choose another id.'],
  'no-such-client': [404, 'There is no such app', 'Load the page again: somebody may have removed it.'],
  'no-such-mail': [404, 'There is no such mail', 'Load the page again: mails are kept for 90 days.'],
  'not-failed': [409, 'This mail has not failed', 'Load the page again: it waits, or it has arrived.'],
  'ask-anew': [409, 'Its request has ended', 'Ask for a new reset or invitation on the page of the account.'],
  'no-own-address': [409, 'Your username is no e-mail address', 'Enter the address that the test mail goes to.'],
  'too-many-tests': [429, 'Too many test mails for one hour', 'Try again later.'],
  'no-such-import': [404, 'There is no such import', 'It may have been deleted. Upload the file again.'],
  'import-busy': [409, 'This import is at work', 'Wait until it is ready.'],
  'import-done': [409, 'This import is over', 'Upload the file again to start anew.'],
  'other-columns': [422, 'These are not the columns of the file', 'Load the page again.'],
  'column-missing': [422, 'A column is missing', 'Say which columns hold what is needed.'],
  'column-twice': [422, 'Two columns stand for the same', 'Choose one of them.'],
  'column-of-passwords': [
    422,
    'Passwords are not imported',
    'Nobody but the person may know one: each chooses it by a mail.',
  ],
  'check-first': [409, 'The rows are not checked yet', 'Check them first.'],
  'rows-refused': [
    409,
    'Some rows cannot be imported',
    'Mend them and upload the file again, or import the good rows.',
  ],
  'nothing-to-import': [409, 'There is nothing to import', 'No row of the file is new or different.'],
  'has-password': [409, 'There is a password already', 'Send a password reset instead.'],
  'logo-too-large': [422, 'This logo is too large', 'A logo has at most 96 kB. Save it smaller, then choose it again.'],
  'logo-wrong-size': [
    422,
    "This logo doesn't fit",
    'Each side needs 16 to 1024 pixels. The longer side may be 8 times the shorter.',
  ],
  'too-many': [429, 'Too many mails for one day', 'This account has had many reset mails. Try again later.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type ApiProblem = keyof typeof problems

/** What is said can be more exact than what is said of every such case. */
export function problemAnswer(kind: ApiProblem, exactly?: string): ProblemAnswer {
  const [status, title, usually] = problems[kind]
  const text = exactly ?? usually
  return { problem: { status, kind, title, text } }
}
