/** The closed lists of why somebody cannot sign in, apart from their shapes: a browser loads these without a validator. */

/** In the order in which they are told: the first is what has to be mended first. */
export const obstacles = [
  'inactive',
  'locked',
  'unlicensed',
  'retailer-closed',
  'no-access',
  'compromised',
  'no-password',
  /** Wrong passwords were tried: the next try has to wait. */
  'guessing',
  /** What is sent to the address comes back: no way to a new password arrives there. */
  'mail-failing',
  /** The password is one thing; the mail that leads to a new one does not arrive. */
  'mail-failed',
  /** It was not even sent: too many were asked for. */
  'mail-refused',
] as const

export const mailRoadStates = [
  /** Asked for, and not yet taken by the mail server. */
  'waiting',
  /** Sent, and it still works. */
  'open',
  'used',
  'expired',
  /** Too many wrong codes. */
  'exhausted',
  /** The password has been changed, or somebody closed the account or objected. */
  'voided',
  'not-delivered',
  /** A cap was spent: nothing was sent. */
  'refused',
  /** The mail said why the account cannot sign in, and led nowhere. */
  'told-why',
] as const
