/** The closed lists of the API's retailers, apart from their schemas: a browser loads them without a validator. */

/** Closed: no longer served, but kept with its contacts and orders. */
export const retailerStatuses = ['open', 'closed'] as const
/** On hold, an order waits for the office. */
export const creditStatuses = ['good', 'watch', 'hold'] as const

export const retailerSorts = ['name', 'account-number'] as const
export const websiteAccessChoices = ['with', 'without'] as const

/** The first obstacle to a contact's sign-in; `active` without one. */
export const contactStatuses = [
  'active',
  'inactive',
  'locked',
  'retailer-closed',
  'no-access',
  'compromised',
  'no-password',
] as const
