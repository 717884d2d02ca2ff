/** The closed lists of the API's retailers, apart from its shapes: a browser loads these without a validator. */

/** Closed: no longer served, and kept with its contacts and orders. */
export const retailerStatuses = ['open', 'closed'] as const
export const retailerSorts = ['name', 'account-number'] as const
export const websiteAccessChoices = ['with', 'without'] as const

/** What stands in the way of a contact's sign-in, the first that does; `active` where nothing stands there. */
export const contactStatuses = [
  'active',
  'inactive',
  'locked',
  'retailer-closed',
  'no-access',
  'compromised',
  'no-password',
] as const
