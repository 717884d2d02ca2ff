import type { AuditAction, AuditActor } from '../../shared/contract/audit-lists.ts'

/** What happened, in words: on every screen that tells of it, the same ones. */
export const actionWords: Record<AuditAction, string> = {
  'signed-in': 'Signed in',
  'sign-in-refused': 'Sign-in refused',
  'signed-out': 'Signed out',
  'session-ended': 'A session was ended',
  'all-sessions-ended': 'All sessions were ended',
  'app-signed-in': 'Signed in to an app',
  'invitation-asked': 'Invitation requested',
  'invitation-sent': 'Invitation sent',
  'reset-asked': 'Reset requested',
  'reset-refused': 'Reset email refused: too many',
  'reset-mail-sent': 'Reset email sent',
  'reset-not-delivered': 'Reset email not delivered',
  'mail-bounced': 'An email bounced',
  'mail-works-again': 'Email works again',
  'mail-retried': 'An email was sent again',
  'test-mail-sent': 'Test email requested',
  'reset-printed': 'Reset printed at the server',
  'reset-code-wrong': 'Wrong code entered',
  'password-reset': 'Password reset',
  'password-changed': 'Password changed',
  'change-objected': 'Objected to a change',
  'set-up-completed': 'Fieldkey set up',
  'user-added': 'User added',
  'user-changed': 'Details changed',
  'username-changed': 'Username changed',
  'address-changed': 'Email address changed',
  'address-approved': 'New address approved',
  'address-confirmed': 'New address confirmed by the person',
  'reset-waits': 'Reset email not sent: the address is new',
  'marked-compromised': 'Marked as compromised',
  'user-deactivated': 'Deactivated',
  'user-reactivated': 'Reactivated',
  'user-locked': 'Locked',
  'account-unlocked': 'Unlocked',
  'retailer-added': 'Retailer added',
  'retailer-changed': 'Retailer changed',
  'retailer-closed': 'Retailer closed: no sign-in',
  'contact-added': 'Contact added',
  'contact-changed': 'Contact changed',
  'access-withdrawn': 'Website access withdrawn',
  'access-restored': 'Website access restored',
  'territory-added': 'Territory added',
  'territory-renamed': 'Territory renamed',
  'territory-removed': 'Territory removed',
  'organisation-changed': 'Organisation changed',
  'office-network-marked': 'Network marked as an office',
  'office-network-unmarked': 'Network no longer an office',
  'subscription-changed': 'Subscription changed',
  'role-added': 'Role added',
  'role-changed': 'Role changed',
  'role-removed': 'Role removed',
  'client-added': 'App connected',
  'client-removed': 'App removed',
  'orders-released': 'Waiting orders released',
  'orders-handed-in': 'Waiting orders sent in by the device',
  'held-item-accepted': 'Released order accepted',
  'held-item-dismissed': 'Released order dismissed',
  'audit-exported': 'Audit exported',
  'audit-acknowledged': 'Findings of the audit acknowledged',
  'import-uploaded': 'File uploaded for import',
  'import-run': 'File imported',
}

/** Who did it, where no account says it better. */
export const actorWords: Record<AuditActor, string> = {
  self: 'The person',
  nobody: 'Someone not signed in',
  administrator: 'An administrator',
  rep: 'A rep',
  'command-line': 'The command line',
  system: 'Fieldkey itself',
}

/** What happened, in words; what this site does not know yet keeps its own name. */
export const whatWords = (action: string) => (actionWords as Partial<Record<string, string>>)[action] ?? action

const factLabels: Partial<Record<string, string>> = {
  account: 'asked for one account',
  action: 'asked for',
  actor: 'done by',
  address: 'another email address',
  app: 'app',
  from: 'from',
  objected: 'after an objection',
  priceFrom: 'price in cents from',
  priceTo: 'to',
  to: 'to',
  try: 'try',
  type: 'user type',
  until: 'until',
  username: 'another username',
  waits: 'resets to it wait',
  wasLocked: 'an administrator had locked it',
}

/** What more is known: what is true by its name alone, what is false not at all. */
export function factWords(details: Record<string, string | number | boolean>): string {
  return Object.entries(details)
    .flatMap(([name, fact]) => {
      const label = factLabels[name] ?? name
      return typeof fact === 'boolean' ? (fact ? [label] : []) : [`${label} ${fact}`]
    })
    .join(', ')
}
