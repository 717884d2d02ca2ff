/** Why a session of the app ended. The app loads this list without a validator. */
export const endReasons = [
  'password-reset',
  'signed-out-by-admin',
  'deactivated',
  'licence-removed',
  'compromised',
  'expired',
] as const
export type EndReason = (typeof endReasons)[number]
