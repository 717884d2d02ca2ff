import { daySeconds, hourSeconds, minuteSeconds } from '../../../shared/time.ts'

/** How long what an app gets is valid. */
export const appLifetimes = {
  accessTokenSeconds: 5 * minuteSeconds,
  codeSeconds: minuteSeconds,
  /** From the authorization request to the end of the sign-in form. */
  interactionSeconds: hourSeconds,
  /** An app stays signed in for this long, and nothing prolongs it (NIST SP 800-63B-4, 2.1.3). */
  signInSeconds: 30 * daySeconds,
  /** How long the previous secret of an app works after a new one was made. */
  oldSecretSeconds: 7 * daySeconds,
} as const
