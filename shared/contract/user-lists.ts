/** The closed lists of the API's users, apart from their schemas: a browser loads them without a validator. */

export const userTypes = ['admin', 'dual', 'device', 'scan'] as const
export type UserType = (typeof userTypes)[number]

/** The user types that can use the admin site. Only these users have a role. */
export const adminSiteTypes = ['admin', 'dual'] as const

export const isForAdminSite = (userType: UserType): boolean => adminSiteTypes.some(type => type === userType)

/** The first obstacle to a user's sign-in; `active` without one. */
export const userStatuses = ['active', 'inactive', 'locked', 'unlicensed', 'compromised', 'no-password'] as const

export const userSorts = ['username', 'name', 'type', 'last-sign-in'] as const
export const sortOrders = ['ascending', 'descending'] as const
export const signedInChoices = ['ever', 'never'] as const
export const mailChoices = ['failing'] as const
export const pageSizes = [20, 50, 100] as const
