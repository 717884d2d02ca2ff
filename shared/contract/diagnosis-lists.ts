/**
 * The closed lists of reasons why an account can't sign in, apart from their schemas: a browser loads them without a
 * validator.
 */

/** In order of priority: the first is what to fix first. */
export const obstacles = [
  'inactive',
  'locked',
  'unlicensed',
  'retailer-closed',
  'no-access',
  'compromised',
  'no-password',
  /** After wrong passwords, the next try has to wait. */
  'guessing',
  /** Email to the address is returned: no password reset email arrives there. */
  'mail-failing',
  /** A password email was not delivered. */
  'mail-failed',
  /** A password email was not sent, because too many were requested. */
  'mail-refused',
] as const

export const mailRoadStates = [
  /** Requested, and not yet accepted by the mail server. */
  'waiting',
  /** Sent and still valid. */
  'open',
  'used',
  'expired',
  /** Too many wrong codes. */
  'exhausted',
  /** The password was changed, the account was closed, or someone objected. */
  'voided',
  'not-delivered',
  /** A limit was reached: nothing was sent. */
  'refused',
  /** The email explained why the account can't sign in, and contained no link. */
  'told-why',
] as const
