/** What is written down for good. A new action gets its name here, and its words in admin/audit/audit-words.ts. */
export const auditActions = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'session-ended',
  'all-sessions-ended',
  'invitation-asked',
  'invitation-sent',
  'reset-asked',
  'reset-refused',
  'reset-mail-sent',
  'reset-not-delivered',
  'reset-printed',
  'reset-code-wrong',
  'password-reset',
  'password-changed',
  'change-objected',
  'set-up-completed',
  'user-added',
  'user-changed',
  'username-changed',
  'address-changed',
  'address-approved',
  'address-confirmed',
  'reset-waits',
  'marked-compromised',
  'user-deactivated',
  'user-reactivated',
  'user-locked',
  'account-unlocked',
  'retailer-added',
  'retailer-changed',
  'contact-added',
  'contact-changed',
  'access-withdrawn',
  'access-restored',
  'territory-added',
  'territory-renamed',
  'territory-removed',
  'subscription-changed',
  'role-added',
  'role-changed',
  'role-removed',
  'client-added',
  'client-removed',
  'app-signed-in',
  'mail-bounced',
  'mail-works-again',
  'mail-retried',
  'test-mail-sent',
  'audit-exported',
  'import-uploaded',
  'import-run',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Who did it, as a kind: which account it was stands beside. */
export const actors = ['self', 'nobody', 'administrator', 'rep', 'command-line', 'system'] as const
export type AuditActor = (typeof actors)[number]

export const auditPageSize = 50
/** More are not put into one file: a narrower question gets the rest. */
export const mostExported = 100_000
