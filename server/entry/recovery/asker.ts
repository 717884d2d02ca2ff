/** The person or program that requests a reset email. */
export type Asker =
  /** At the sign-in form or by a link: a stranger, a known device of the account, or a reader of its newest email. */
  | {
      askedBy: 'self'
      network: string
      device: string
      knownDeviceHash: Buffer | undefined
      byNewestLink?: boolean
    }
  | { askedBy: 'administrator' | 'rep'; accountId: string; network: string; device: string }
  | { askedBy: 'command-line' }
