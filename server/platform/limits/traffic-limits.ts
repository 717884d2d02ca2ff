import { minuteSeconds } from '../../../shared/time.ts'

/** No person reaches these. They keep one network or account from filling the database, or its processors. */
export const trafficLimits = {
  /** Each may send a request to the provider. */
  companySignInsPerNetwork: {
    points: 300,
    windowSeconds: 10 * minuteSeconds,
    what: "Sign-ins that go on to the organisation's provider",
    per: 'network',
    beyond: 'refused, with the time to wait',
  },
  /** Each started sign-in is a row. A training day of a hundred people behind one address stays below. */
  appSignInsPerNetwork: {
    points: 300,
    windowSeconds: 10 * minuteSeconds,
    what: 'Sign-ins that apps start',
    per: 'network',
    beyond: 'refused, with the time to wait',
  },
  appRequestsPerNetwork: {
    points: 3000,
    windowSeconds: 10 * minuteSeconds,
    what: 'Other requests of apps to the OpenID Connect endpoints',
    per: 'network',
    beyond: 'refused, with the time to wait',
  },
  websiteChanges: {
    points: 600,
    windowSeconds: 10 * minuteSeconds,
    what: 'Changes of a basket and orders on the website',
    per: 'contact',
    beyond: 'refused, with the time to wait; the basket is kept',
  },
  websiteSearches: {
    points: 600,
    windowSeconds: 10 * minuteSeconds,
    what: 'Searches for products on the website',
    per: 'contact',
    beyond: 'refused, with the time to wait',
  },
} as const
