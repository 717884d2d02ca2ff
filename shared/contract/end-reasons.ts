/** Why an app's session ended. Kept apart from the schemas, so that the app loads the list without a validator. */
export const endReasons = [
  'password-reset',
  'signed-out-by-admin',
  'deactivated',
  'licence-removed',
  'compromised',
  'expired',
] as const
export type EndReason = (typeof endReasons)[number]
