/** The closed lists of the API's contacts, apart from their schemas: a browser loads them without a validator. */

export const contactSorts = ['name', 'retailer'] as const

/** `waiting`: invited, and no password chosen yet. */
export const invitedChoices = ['never', 'waiting', 'accepted'] as const

/** Why a contact gets no invitation, in the order in which the reasons are checked. */
export const leftOutReasons = [
  'accepted',
  'retailer-closed',
  'no-access',
  'inactive',
  'locked',
  'no-email',
  'email-failing',
  'address-waits',
  'invited-lately',
  'too-many',
  'not-allowed',
  'stopped',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export const roundStates = ['draft', 'sending', 'done'] as const

/** `ready` before the round is sent, `waiting` until it is this person's turn. */
export const invitationOutcomes = ['ready', 'waiting', 'asked', 'left-out'] as const
