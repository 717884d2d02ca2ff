import { expect, test } from 'vitest'
import { blamesAddress, blamesUs } from './blamed.ts'

test.each([
  ['550 5.1.1 no such mailbox', true],
  ['550 5.1.1: no such mailbox', true],
  ['550-5.1.1 The account does not exist', true],
  ['553 5.1.3 bad address syntax', true],
  ['550 5.1.10 the domain takes no mail', true],
  ['550 5.2.1 mailbox disabled', true],
  ['552 5.2.2 mailbox full', true],
  ['550 5.4.1 Recipient address rejected: Access denied', true],
  ['550 5.4.4 Domain not found', true],
  ['550 5.1.8 the domain of the sender does not exist', false],
  ['553 5.1.7 bad sender address', false],
  ['552 5.2.3 message too long', false],
  ['552 5.3.4 message too big', false],
  ['554 5.6.0 broken message', false],
  ['550 5.7.1 looks like spam', false],
  ['554 5.7.1 Relay access denied', false],
  ['535 5.7.8 sign in', false],
  ['550 5.4.310 DNS domain nowhere.example does not exist', true],
  ['550 5.6.7 non-ASCII addresses are not permitted', true],
  ['550 Relaying denied', false],
  ['550 relay not permitted', false],
  ['550 5.2.252 SendAsDenied', false],
  ['553 sender address rejected: not owned by user me', false],
  ['550 User unknown', true],
  ['551 not here', true],
  ['553 no such name', true],
  ['556 takes no mail', true],
  ['550 5.0.0 User unknown', true],
  ['554 no', false],
  ['530 sign in first', false],
])('RFC 3463: says whether a refusal at the recipient is about the address (%s: %s)', (answer, expected) => {
  expect(blamesAddress({ answer, isAtRecipient: true })).toBe(expected)
})

test('reads no verdict on the address from a bare reply code after the message, but does from an enhanced code', () => {
  expect(blamesAddress({ answer: '550 no', isAtRecipient: false })).toBe(false)
  expect(blamesAddress({ answer: '550 5.1.1 no', isAtRecipient: false })).toBe(true)
})

test("uses a report's separate status code, but prefers the code in the server's own answer", () => {
  expect(blamesAddress({ answer: '', status: '5.1.1', isAtRecipient: true })).toBe(true)
  expect(blamesAddress({ answer: '550 5.7.1 spam', status: '5.1.1', isAtRecipient: true })).toBe(false)
  expect(blamesAddress({ answer: '550 5.1.1 gone', status: '5.0.0', isAtRecipient: true })).toBe(true)
})

test.each([
  '535 5.7.8 bad sign-in',
  '530 sign in first',
  '550 5.1.8 bad sender',
  '553 5.1.7 sender',
  '550 Relaying denied',
  '550 5.7.1 Unable to relay for riley@example.com',
  '554 5.7.1 <riley@example.com>: Relay access denied',
  '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
  '554 5.2.252 SendAsDenied; me not allowed to send as no-reply',
  '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
  '553 5.7.1 <no-reply@example.com>: Sender address rejected: not owned by user me',
  '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
  '550 5.7.1 <localhost>: Helo command rejected: Host not found',
  '550 5.7.26 This mail has been blocked because the sender is unauthenticated',
  '550 5.7.25 no PTR record',
  '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using a list',
])('%s is a problem for the operator', answer => expect(blamesUs(answer)).toBe(true))

test.each([
  '550 5.1.1 no such mailbox, relaying denied',
  '550 5.7.1 looks like spam',
  '550 User unknown',
  '552 mailbox full',
])('%s is not a problem for the operator', answer => expect(blamesUs(answer)).toBe(false))
