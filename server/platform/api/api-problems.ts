import type { ProblemAnswer } from '../../../shared/contract/problem.ts'

/** The problems that the API answers with: the status, and the words for people. */
const problems = {
  'sign-in-first': [401, 'You are signed out', 'Sign in again to continue.'],
  'service-token-needed': [
    401,
    'A service token is needed',
    'Send the header "Authorization: Bearer" with a token that has not expired. fieldkey token add NAME makes one.',
  ],
  'token-lacks-right': [403, 'This token may not do this', 'Its role lacks the right. Make a token with another role.'],
  'no-such-order': [404, 'There is no such order', 'Use the id from the order feed.'],
  'status-cannot-follow': [
    409,
    'The order has another status',
    'Read the order again. This status cannot follow the present one.',
  ],
  'feed-starts-again': [
    410,
    'The feed starts again',
    'The database was restored. Read the feed from the start, without a cursor.',
  ],
  'not-for-you': [403, 'This site is for administrators', 'Your username is for another app. Ask your administrator.'],
  'no-right': [403, 'You may not do this', "Your role doesn't include it. Ask an administrator who manages roles."],
  'confirm-first': [403, 'Is it still you?', 'Enter your password again. This action is sensitive.'],
  'above-you': [403, 'This user has more rights than you', 'Ask an administrator with at least the same rights.'],
  yourself: [409, 'This is your own account', 'Ask another administrator to do it.'],
  'last-administrator': [409, 'No one else has full rights', 'Give another administrator full rights first.'],
  'own-role': [409, 'This is your own role', 'Ask another administrator to change it.'],
  'fixed-role': [409, 'This role is always there', 'Make another role with fewer rights instead.'],
  'role-in-use': [409, 'This role is in use', 'Give those users another role first.'],
  'role-taken': [409, 'A role with this name already exists', 'Choose another name.'],
  'role-above-you': [403, 'This role has rights that you lack', 'Ask an administrator with at least the same rights.'],
  'no-such-role': [404, 'There is no such role', 'Reload the list. Someone may have removed it.'],
  'no-licence': [409, 'No licence is free', 'Enable one more under Subscription, or deactivate a user first.'],
  'fewer-than-used': [409, 'More are in use', 'Deactivate a user of this type first.'],
  taken: [409, 'This username already exists', 'Search for it under Users. It may be deactivated.'],
  'address-waits': [409, 'This address is new', 'No password email goes there yet. An administrator can approve it.'],
  'nothing-waits': [409, 'Nothing is waiting any more', 'Reload the page. Someone has decided, or it has expired.'],
  'changed-again': [409, 'The address was changed again', 'Reload the page to see the current address.'],
  'own-change': [409, 'You changed this address yourself', 'Ask another administrator to approve it.'],
  'too-new': [
    403,
    'Your own rights are less than a day old',
    'Ask an administrator who has had the rights for longer.',
  ],
  'bad-username': [422, "This can't be a username", 'It must be an email address, such as rep@example.com.'],
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
  'no-such-product': [404, 'There is no such product', 'Go back to the list and choose again.'],
  'code-taken': [409, 'This code already exists', 'Search for it under Products. It may be inactive.'],
  'product-changed': [
    409,
    'Someone else has changed this product',
    'Compare both versions, then decide which values to keep.',
  ],
  'row-rejected': [422, "This can't be saved", 'Check the fields.'],
  'no-such-picture': [404, 'There is no such picture', 'Reload the page. Someone may have removed it.'],
  'pictures-changed': [409, 'The pictures have changed', 'Reload the page to see them, then move them again.'],
  'picture-too-large': [
    422,
    'This picture is too large',
    'A picture has at most 10 MB. Save it smaller, then choose it again.',
  ],
  'picture-wrong-size': [
    422,
    "This picture's size doesn't fit",
    'Each side needs 16 to 8192 pixels, together at most 16 megapixels. The longer side may be 8 times the shorter.',
  ],
  'not-a-picture-name': [
    422,
    'This file is not named after a product',
    'Name it after the product code: CODE.jpg, or CODE_2.png for its second picture. Only PNG and JPEG files are accepted.',
  ],
  'too-many-pictures': [
    409,
    'This product has all the pictures it can have',
    'Remove one first. A product has at most 20.',
  ],
  'no-address': [409, "This username isn't an email address", 'Change the username to an email address first.'],
  'no-such-contact': [
    404,
    'There is no such contact',
    'It may belong to another territory now. Sync, then look again.',
  ],
  'on-its-way': [429, 'An email is on its way', 'One was requested less than a minute ago. Wait until it arrives.'],
  'pull-again': [410, 'Everything is downloaded again', 'Your territories or the database have changed.'],
  'not-kept': [404, "The server doesn't have this", 'Export it first. It exists only on this device.'],
  'nothing-held': [409, 'Someone has already decided', 'Reload the page to see the decision.'],
  'cannot-be-taken': [
    422,
    "This can't become an order",
    "Its retailer or one of its products was deleted, or it can't be read. Ask the rep who captured it, then dismiss it.",
  ],
  'no-device': [409, 'No device of this user is known', 'The server recognises a device only after a sign-in.'],
  'no-such-retailer': [404, 'There is no such retailer', 'Go back to the list and choose again.'],
  'number-taken': [409, 'This account number already exists', 'Search for it under Retailers. It may be closed.'],
  'no-such-round': [404, 'There are no such invitations', 'They are kept for 90 days. Prepare them again.'],
  'unknown-contact': [404, 'There is no such contact', 'Go back to the retailer and choose again.'],
  'bad-contact-name': [422, "This can't be a username", 'Use the email address itself, or a name without @.'],
  'no-such-territory': [404, 'There is no such territory', 'Reload the page. Someone may have removed it.'],
  'territory-taken': [409, 'A territory with this name already exists', 'Choose another name.'],
  'territory-in-use': [409, 'This territory is in use', 'Give its retailers and users another one first.'],
  'nothing-found': [409, 'There is nothing to acknowledge', 'The check finds nothing now. Reload the page.'],
  'bad-network': [
    422,
    "This isn't a network",
    'Enter an address such as 203.0.113.7, or a range such as 203.0.113.0/28.',
  ],
  'network-too-wide': [422, 'This range is too wide for an office', 'Use at most a /20, or a /40 of IPv6.'],
  'network-taken': [409, 'This network is marked already', 'You can remove it and mark it with another name.'],
  'no-such-network': [404, "This network isn't marked", 'Reload the page to see which networks are.'],
  'id-taken': [409, 'An app with this ID already exists', 'Choose another id.'],
  'no-such-client': [404, 'There is no such app', 'Reload the page. Someone may have removed it.'],
  'no-such-mail': [404, 'There is no such email', 'Reload the page. Emails are kept for 90 days.'],
  'not-failed': [409, "This email hasn't failed", 'Reload the page. It is waiting, or it has arrived.'],
  'ask-anew': [409, 'Its request has ended', 'Request a new reset or invitation on the account page.'],
  'no-own-address': [409, "Your username isn't an email address", 'Enter the address for the test email.'],
  'too-many-tests': [429, 'Too many test emails for one hour', 'Try again later.'],
  'no-such-import': [404, 'There is no such import', 'It may have been deleted. Upload the file again.'],
  'import-busy': [409, 'This import is running', 'Wait until it has finished.'],
  'import-done': [409, 'This import has ended', 'Upload the file again to start over.'],
  'other-columns': [422, "These aren't the columns of the file", 'Reload the page.'],
  'column-missing': [422, 'A column is missing', 'Say which columns hold the required values.'],
  'column-twice': [422, 'Two columns have the same meaning', 'Choose one of them.'],
  'column-of-passwords': [
    422,
    'Passwords are not imported',
    'Only the person may know a password. Each person gets an email and chooses one.',
  ],
  'check-first': [409, "The rows haven't been checked yet", 'Check them first.'],
  'rows-refused': [
    409,
    "Some rows can't be imported",
    'Correct them and upload the file again, or import the good rows.',
  ],
  'nothing-to-import': [409, 'There is nothing to import', 'No row of the file is new or different.'],
  'has-password': [409, 'There is already a password', 'Send a password reset instead.'],
  'logo-too-large': [422, 'This logo is too large', 'A logo has at most 96 kB. Save it smaller, then choose it again.'],
  'logo-wrong-size': [
    422,
    "This logo doesn't fit",
    'Each side needs 16 to 1024 pixels. The longer side may be 8 times the shorter.',
  ],
  'too-many': [429, 'Too many emails for one day', 'This account was sent many reset emails. Try again later.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type ApiProblem = keyof typeof problems

/** The result of a command: done, refused with a sentence of its own, or refused with the usual one. */
export type CommandAnswer = { kind: string; text: string } | { refused: ApiProblem; text: string } | ApiProblem

/** `exactly` replaces the general words with more precise ones. */
export function problemAnswer(kind: ApiProblem, exactly?: string): ProblemAnswer {
  const [status, title, usually] = problems[kind]
  const text = exactly ?? usually
  return { problem: { status, kind, title, text } }
}
