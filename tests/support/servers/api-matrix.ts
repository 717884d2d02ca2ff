import { importKinds } from '../../../shared/contract/import-lists.ts'

export type Caller = 'nobody' | 'contact' | 'device' | 'without-right' | 'read' | 'write' | 'below'
export type Expected = Record<Caller, number>

/** Reading: any administrator with the right to read, regardless of the rights of the other account. */
const reads: Expected = {
  nobody: 401,
  contact: 403,
  device: 403,
  'without-right': 403,
  read: 200,
  write: 200,
  below: 200,
}
/** Changing: any administrator with the right to write and at least the rights of the changed account. */
const changes: Expected = { ...reads, read: 403, below: 403 }
/** Writing data that belongs to no account. */
const writes: Expected = { ...reads, read: 403 }
/** The right that the lesser administrator lacks. */
const readsOfAudit: Expected = { ...reads, below: 403 }
/** The audit has no finding to acknowledge. */
const acknowledges: Expected = { ...readsOfAudit, read: 403, write: 409 }
const anyAdministrator: Expected = { ...reads, 'without-right': 200 }
const everybody: Expected = { ...anyAdministrator, nobody: 200, contact: 200, device: 200 }

/** The rep app uses its own token (server/rep-app/sync/field-push.http.test.ts). No browser session gives access. */
const appsAlone: Expected = {
  nobody: 401,
  contact: 401,
  device: 401,
  'without-right': 401,
  read: 401,
  write: 401,
  below: 401,
}

/** Other systems use a token (server/office/integration/service-tokens.http.test.ts). No browser session gives access. */
const servicesAlone = appsAlone

/** An import contains personal data: administrators without the right to write can't see it. */
const importRoutes = importKinds.flatMap(kind => [
  `GET /api/imports/${kind}`,
  `POST /api/imports/${kind}`,
  `GET /api/imports/${kind}/template`,
  `GET /api/imports/${kind}/{id}`,
  `GET /api/imports/${kind}/{id}/rows`,
  `GET /api/imports/${kind}/{id}/result`,
  `POST /api/imports/${kind}/{id}/check`,
  `POST /api/imports/${kind}/{id}/run`,
  `POST /api/imports/${kind}/{id}/invitations`,
  `POST /api/imports/${kind}/{id}/discard`,
])

/** Every route of the API. Add new routes here first. */
export const matrix: Record<string, Expected> = {
  'GET /api/openapi.json': everybody,
  'GET /api/administrator': anyAdministrator,
  'GET /api/app/me': appsAlone,
  'GET /api/app/pull/{collection}': appsAlone,
  'GET /api/app/pictures/{hash}/{size}': appsAlone,
  'PUT /api/v1/products': servicesAlone,
  'GET /api/v1/orders': servicesAlone,
  'PUT /api/v1/orders/{id}/status': servicesAlone,
  'POST /api/app/push': appsAlone,
  'POST /api/app/discard': appsAlone,
  'POST /api/app/heartbeat': appsAlone,
  'POST /api/app/hand-in': appsAlone,
  'POST /api/app/contacts/{id}/password-reset': appsAlone,
  'GET /api/audit': readsOfAudit,
  'GET /api/audit/chain': readsOfAudit,
  'POST /api/audit/acknowledge': acknowledges,
  'POST /api/audit/export': readsOfAudit,
  'GET /api/audit/people': readsOfAudit,
  'GET /api/contacts': reads,
  'POST /api/contacts': writes,
  'GET /api/clients': reads,
  'POST /api/clients': writes,
  'POST /api/clients/{id}/remove': writes,
  'GET /api/contacts/{id}': reads,
  'POST /api/contacts/{id}': writes,
  'POST /api/contacts/{id}/invitation': writes,
  'POST /api/contacts/{id}/password-reset': writes,
  'POST /api/contacts/{id}/restore-access': writes,
  'POST /api/contacts/{id}/unlock': writes,
  'POST /api/contacts/{id}/withdraw-access': writes,
  'POST /api/contacts/{id}/address': writes,
  'GET /api/contacts/{id}/new-address': reads,
  'POST /api/contacts/{id}/approve-address': writes,
  ...Object.fromEntries(importRoutes.map(route => [route, writes])),
  'GET /api/invitation-rounds': reads,
  'POST /api/invitation-rounds': writes,
  'GET /api/invitation-rounds/{id}': reads,
  'GET /api/invitation-rounds/{id}/people': reads,
  'POST /api/invitation-rounds/{id}/send': writes,
  'POST /api/invitation-rounds/{id}/stop': writes,
  'GET /api/home': anyAdministrator,
  'GET /api/held-items': reads,
  'POST /api/held-items/{id}/accept': writes,
  'POST /api/held-items/{id}/dismiss': writes,
  'GET /api/waiting-devices': reads,
  'POST /api/users/{id}/release-orders': changes,
  'GET /api/mail': reads,
  'GET /api/mail/{id}': reads,
  'GET /api/mail/failing': reads,
  'GET /api/mail/sender': reads,
  'GET /api/mail/standing': reads,
  'POST /api/mail/{id}/retry': writes,
  'POST /api/mail/failing/clear': writes,
  'POST /api/mail/test': writes,
  'GET /api/pictures/{hash}/{size}': reads,
  'POST /api/pictures': writes,
  'GET /api/products': reads,
  'POST /api/products': writes,
  'GET /api/products/{id}': reads,
  'POST /api/products/{id}': writes,
  'POST /api/products/{id}/deactivate': writes,
  'POST /api/products/{id}/reactivate': writes,
  'POST /api/products/{id}/pictures': writes,
  'POST /api/products/{id}/pictures/order': writes,
  'POST /api/products/{id}/pictures/{pictureId}': writes,
  'POST /api/products/{id}/pictures/{pictureId}/remove': writes,
  'GET /api/retailers': reads,
  'POST /api/retailers': writes,
  'GET /api/retailers/{id}': reads,
  'POST /api/retailers/{id}': writes,
  'GET /api/roles': anyAdministrator,
  'POST /api/roles': writes,
  'POST /api/roles/{id}': changes,
  'POST /api/roles/{id}/remove': changes,
  'GET /api/settings': reads,
  'POST /api/settings': writes,
  'POST /api/settings/logo': writes,
  'POST /api/settings/office-networks': writes,
  'POST /api/settings/office-networks/remove': writes,
  'POST /api/settings/logo/remove': writes,
  'GET /api/subscription': reads,
  'POST /api/subscription/{type}': writes,
  'GET /api/territories': anyAdministrator,
  'POST /api/territories': writes,
  'POST /api/territories/{id}': writes,
  'POST /api/territories/{id}/remove': writes,
  'GET /api/users': reads,
  'POST /api/users': writes,
  'GET /api/users/export': reads,
  'GET /api/users/{id}': reads,
  'POST /api/users/{id}': changes,
  'POST /api/users/{id}/mark-compromised': changes,
  'POST /api/users/{id}/invitation': changes,
  'POST /api/users/{id}/password-reset': changes,
  'POST /api/users/{id}/deactivate': changes,
  'POST /api/users/{id}/reactivate': changes,
  'POST /api/users/{id}/end-sessions': changes,
  'GET /api/users/{id}/image': reads,
  'POST /api/users/{id}/image': changes,
  'POST /api/users/{id}/image/remove': changes,
  'POST /api/users/{id}/sessions/{sessionId}/end': changes,
  'POST /api/users/{id}/lock': changes,
  'POST /api/users/{id}/unlock': changes,
  'POST /api/users/{id}/username': changes,
  'GET /api/users/{id}/new-address': reads,
  'POST /api/users/{id}/approve-address': changes,
}
