import { daySeconds, hourSeconds, minuteSeconds } from '../../../shared/time.ts'
import { appLifetimes } from './app-lifetimes.ts'
import { trafficLimits } from './traffic-limits.ts'

/** A count within a window that begins with the first count. */
export type CountedLimit = {
  points: number
  windowSeconds: number
  /**
   * For docs/limits.md: what is counted, for which key, and what happens beyond. The numbers are only in the number
   * fields.
   */
  what: string
  per: string
  beyond: string
}

const strangerIsAnswered = 'no email; the page stays the same'
const askerIsTold = 'no email; the answer says when to try again'

/**
 * Every limit of the product. `docs/limits.md` is printed from it. The limits slow down guessing (ASVS 6.1.1, 6.3.1).
 * None of them lets a stranger lock a person out.
 */
export const limits = {
  resetRequestsPerNetwork: {
    points: 20,
    windowSeconds: 10 * minuteSeconds,
    what: 'Reset requests',
    per: 'network',
    beyond: 'refused, with the time to wait',
  },
  resetRequestsOfKnownDevices: {
    points: 20,
    windowSeconds: 10 * minuteSeconds,
    what: 'Reset requests on known devices, if the limit of their network is used up',
    per: 'account that used the device first',
    beyond: 'refused, with the time to wait',
  },
  officeResetRequests: {
    points: 200,
    windowSeconds: 10 * minuteSeconds,
    what: 'Reset requests on new devices in an office, if the limit of the network is used up',
    per: 'office network',
    beyond: 'refused, with the time to wait',
  },
  officeResetRequestsPerName: {
    points: 3,
    windowSeconds: 10 * minuteSeconds,
    what: 'The same, for one username, known or not',
    per: 'office network and username',
    beyond: 'refused, with the time to wait; the share of the office is not used',
  },
  networkResetMailsPerHour: {
    points: 3,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested by strangers',
    per: 'account and network',
    beyond: strangerIsAnswered,
  },
  networkResetMailsPerDay: {
    points: 5,
    windowSeconds: daySeconds,
    what: 'Reset emails requested by strangers',
    per: 'account and network',
    beyond: strangerIsAnswered,
  },
  strangersResetMailsPerDay: {
    points: 20,
    windowSeconds: daySeconds,
    what: 'Reset emails requested by strangers',
    per: 'account',
    beyond: strangerIsAnswered,
  },
  knownDeviceResetMailsPerHour: {
    points: 3,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested on a known device',
    per: 'account and device',
    beyond: askerIsTold,
  },
  knownDeviceResetMailsPerDay: {
    points: 5,
    windowSeconds: daySeconds,
    what: 'Reset emails requested on a known device',
    per: 'account and device',
    beyond: askerIsTold,
  },
  newestLinkResetMailsPerHour: {
    points: 3,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested with the newest link',
    per: 'account',
    beyond: strangerIsAnswered,
  },
  newestLinkResetMailsPerDay: {
    points: 5,
    windowSeconds: daySeconds,
    what: 'Reset emails requested with the newest link',
    per: 'account',
    beyond: strangerIsAnswered,
  },
  administratorResetMails: {
    points: 10,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested by administrators',
    per: 'account',
    beyond: askerIsTold,
  },
  repResetMails: {
    points: 10,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested by reps',
    per: 'account',
    beyond: askerIsTold,
  },
  commandLineResetMails: {
    points: 10,
    windowSeconds: hourSeconds,
    what: 'Reset emails requested on the command line',
    per: 'account',
    beyond: askerIsTold,
  },
  testMails: {
    points: 10,
    windowSeconds: hourSeconds,
    what: 'Test emails',
    per: 'administrator',
    beyond: askerIsTold,
  },
  triesPerAccount: {
    points: 20,
    windowSeconds: daySeconds,
    what: 'Attempts to enter a code',
    per: 'account',
    beyond: 'no code is compared',
  },
  secondStepTries: {
    points: 30,
    windowSeconds: daySeconds,
    what: 'Codes of the second step, right or wrong',
    per: 'account and known device; for all other devices together, account',
    beyond: 'no code is compared; passkeys still work',
  },
  newSignInNotices: {
    points: 3,
    windowSeconds: daySeconds,
    what: 'Emails about a sign-in in a new browser after failed attempts',
    per: 'account',
    beyond: 'no email; the sign-in is in the audit log',
  },
  signInFailuresPerNetwork: {
    points: 100,
    windowSeconds: 10 * minuteSeconds,
    what: 'Failed sign-ins, whatever the username',
    per: 'network',
    beyond: 'refused, with the time to wait',
  },
  optionQuestionsPerNetwork: {
    points: 120,
    windowSeconds: 10 * minuteSeconds,
    what: 'Lookups of usernames before a reset, including repeated ones',
    per: 'network',
    beyond: 'refused, with the time to wait',
  },

  ...trafficLimits,

  /** Lasts as long as the code. Counted in the statement that reads the row, before the code is compared. */
  triesPerCode: { points: 5 },

  /** Counted by a keyed hash of the normalised username, whether the account exists or not. */
  signInFailures: {
    windowSeconds: daySeconds,
    slowFrom: 5,
    firstWaitSeconds: 30,
    /** Each further failure doubles the wait, up to this. */
    longestWaitSeconds: hourSeconds,
    /** From this count on, only networks and devices that the account has used may try. */
    strangersShutOutAt: 100,
    /** A known device of the account has its own count, which strangers cannot spend. */
    knownDevice: 10,
  },

  /** Distinct usernames asked about, existing or not. Beyond, the answer is the same for all. */
  disclosure: { windowSeconds: hourSeconds, network: 10, knownDevice: 30, server: 600 },

  /** RESET_CODE_MINUTES must be within this range. */
  resetCodeMinutes: { from: 5, to: 60, otherwise: 10 },

  resets: {
    /** A second request within this time sends nothing more. */
    quietSeconds: minuteSeconds,
    /** How long a request may wait for the mail server. */
    handOverSeconds: hourSeconds,
    /** For a reset that an administrator requested: both the wait and the lifetime of the code. */
    administratorSeconds: daySeconds,
    /** For a user who has no password yet. */
    invitationSeconds: 3 * daySeconds,
    objectionSeconds: 7 * daySeconds,
    /** A new address set by another person. Until then its owner can object. */
    newAddressSeconds: daySeconds,
  },

  /** The way to the first administrator of an empty installation. */
  setUp: { linkSeconds: daySeconds },

  /** From the sign-in form to the organisation's provider and back. */
  companySignIns: { seconds: 10 * minuteSeconds },
  /** From the right password to the second step. */
  halfDoneSignIns: { seconds: 10 * minuteSeconds, tries: 5 },
  /** A sign-in form may be open for a while before the person chooses a passkey. */
  passkeyChallenges: { seconds: hourSeconds },
  /** A browser in which the person chose not to be asked for the second step. */
  trustedBrowsers: { seconds: 30 * daySeconds },

  sessions: {
    idleSeconds: 30 * minuteSeconds,
    absoluteSeconds: 12 * hourSeconds,
    /** How long after a sign-in a user need not confirm the password again. */
    recentSeconds: 10 * minuteSeconds,
    mostPerAccount: 20,
    knownDeviceSeconds: 180 * daySeconds,
  },

  mail: {
    /** An address that has accepted mail for this long is no longer failing. */
    mendedAfterSeconds: daySeconds,
    /** A report on an older message is ignored: servers give up within days (RFC 5321, 4.5.4.1). */
    reportSeconds: 14 * daySeconds,
    /** A signed report is accepted up to this age. */
    signatureSeconds: 5 * minuteSeconds,
    /** How long a test email or a re-sent one waits for the mail server. */
    testSeconds: 10 * minuteSeconds,
    retrySeconds: hourSeconds,
  },

  /** Sign-ins of apps. A token is bound to the device that received it. */
  apps: appLifetimes,

  /** Argon2id takes a core for about 30 ms. Beyond this many waiting, more work only makes every wait longer. */
  hashing: {
    waiting: 100,
    reserved: 30,
    reservedPerPerson: 2,
    perNetwork: [50, 60, 75],
    refusedPerNetwork: [20, 40, 60],
    retryAfterSeconds: 5,
  },

  /** Questions about usernames, before they take a database connection. Beyond, the answer reveals nothing. */
  optionQueue: {
    turns: 3,
    waiting: 40,
    reserved: 0,
    reservedPerPerson: 0,
    perNetwork: [10, 15, 20],
    refusedPerNetwork: [20, 40, 60],
    retryAfterSeconds: 5,
  },

  /** This many users with known devices make a network an office. One stranger with an account does not. */
  officeNetwork: { usersWithDevices: 3 },

  /** The limits of the /56 and the /48 around an IPv6 network, as a multiple of the limit of one network. */
  widerNetworks: [3, 10],
} as const satisfies Record<string, CountedLimit | Record<string, number | readonly number[]> | readonly number[]>
