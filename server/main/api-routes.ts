import { clientsRoutes } from '../entry/oidc/clients.routes.ts'
import { auditLogRoutes } from '../office/audit-log/audit-log.routes.ts'
import { categoriesRoutes } from '../office/categories/categories.routes.ts'
import { contactAddressesRoutes } from '../office/contacts/addresses.routes.ts'
import { contactsRoutes } from '../office/contacts/contacts.routes.ts'
import { invitationsRoutes } from '../office/contacts/invitations.routes.ts'
import { retailersRoutes } from '../office/contacts/retailers.routes.ts'
import { homeRoutes } from '../office/home/home.routes.ts'
import { importRoutes } from '../office/import/import.routes.ts'
import { integrationRoutes } from '../office/integration/integration.routes.ts'
import { serviceTokensRoutes } from '../office/integration/service-tokens.routes.ts'
import { mailLogRoutes } from '../office/mail-log/mail-log.routes.ts'
import { ordersRoutes } from '../office/orders/orders.routes.ts'
import { pricesRoutes } from '../office/prices/prices.routes.ts'
import { picturesRoutes } from '../office/products/pictures.routes.ts'
import { productsRoutes } from '../office/products/products.routes.ts'
import { systemPicturesRoutes } from '../office/products/system-pictures.routes.ts'
import { settingsRoutes } from '../office/settings/settings.routes.ts'
import { targetsRoutes } from '../office/targets/targets.routes.ts'
import { userAddressesRoutes } from '../office/users/addresses.routes.ts'
import { userImageRoutes } from '../office/users/user-image.routes.ts'
import { userLocksRoutes } from '../office/users/user-locks.routes.ts'
import { userSessionsRoutes } from '../office/users/user-sessions.routes.ts'
import { usersRoutes } from '../office/users/users.routes.ts'
import { visitsRoutes } from '../office/visits/visits.routes.ts'
import { webhooksRoutes } from '../office/webhooks/webhooks.routes.ts'
import { licencesRoutes } from '../people/licences/licences.routes.ts'
import { getOrganisation } from '../people/organisation/organisation.store.ts'
import { administratorRoutes } from '../people/roles/administrator.routes.ts'
import { rolesRoutes } from '../people/roles/roles.routes.ts'
import { territoriesRoutes } from '../people/territories/territories.routes.ts'
import type { Ground } from '../platform/ground.ts'
import type { Http } from '../platform/http/http.ts'
import { appApiRoutes } from '../rep-app/sync/app-api.routes.ts'
import { appPicturesRoutes } from '../rep-app/sync/app-pictures.routes.ts'
import { handInRoutes } from '../rep-app/sync/hand-in.routes.ts'
import { heldItemsRoutes } from '../rep-app/sync/held-items.routes.ts'
import type { Actions } from './actions.ts'

type Needs = { ground: Ground; actions: Actions }

/** Every route under `/api`. */
export function apiRoutes(api: Http, { ground: { db, clock, config }, actions }: Needs): void {
  const { publicUrl, isDrill } = config
  appApiRoutes(api, actions)
  appPicturesRoutes(api, actions)
  auditLogRoutes(api, actions)
  handInRoutes(api, actions)
  heldItemsRoutes(api, actions)
  administratorRoutes(api, { ...actions, organisation: () => getOrganisation(db), isDrill })
  categoriesRoutes(api, actions)
  contactsRoutes(api, actions)
  contactAddressesRoutes(api, actions)
  invitationsRoutes(api, actions)
  clientsRoutes(api, { ...actions, publicUrl })
  importRoutes(api, actions)
  integrationRoutes(api, actions)
  homeRoutes(api, actions)
  licencesRoutes(api, actions)
  mailLogRoutes(api, actions)
  picturesRoutes(api, actions)
  pricesRoutes(api, actions)
  productsRoutes(api, actions)
  systemPicturesRoutes(api, actions)
  ordersRoutes(api, actions)
  retailersRoutes(api, actions)
  rolesRoutes(api, actions)
  serviceTokensRoutes(api, { ...actions, clock })
  settingsRoutes(api, actions)
  targetsRoutes(api, actions)
  territoriesRoutes(api, actions)
  webhooksRoutes(api, actions)
  visitsRoutes(api, actions)
  usersRoutes(api, actions)
  userLocksRoutes(api, actions)
  userAddressesRoutes(api, actions)
  userSessionsRoutes(api, actions)
  userImageRoutes(api, actions)
}
