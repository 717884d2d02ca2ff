import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAuditSearch } from './api/audit-search.ts'
import { readContactSearch, readInvitationPeopleSearch, readInvitationRoundsSearch } from './api/contact-search.ts'
import { readHeldSearch } from './api/held-search.ts'
import { readImportSearch, readStepSearch } from './api/import-search.ts'
import { readMailSearch } from './api/mail-search.ts'
import { readRetailerSearch } from './api/retailer-search.ts'
import { readUserSearch } from './api/user-search.ts'
import { ContactPage } from './contacts/ContactPage.tsx'
import { RetailerPage } from './contacts/RetailerPage.tsx'
import { RetailersPage } from './contacts/RetailersPage.tsx'
import { HeldItemsPage } from './held-items/HeldItemsPage.tsx'
import { HomePage } from './home/HomePage.tsx'
import { rootRoute } from './root-route.ts'
import { tradeRoutes } from './trade-routes.ts'
import { UserPage } from './users/UserPage.tsx'
import { UsersPage } from './users/UsersPage.tsx'

/** The screens that are opened most come with the site. Every other one loads when it is first opened. */
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: HomePage,
})

const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: readUserSearch,
  component: UsersPage,
})

const newUserRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users/new',
  component: lazyRouteComponent(() => import('./users/NewUserPage.tsx'), 'NewUserPage'),
})

const userRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users/$userId',
  component: UserPage,
})

const subscriptionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/subscription',
  component: lazyRouteComponent(() => import('./subscription/SubscriptionPage.tsx'), 'SubscriptionPage'),
})

const retailersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers',
  validateSearch: readRetailerSearch,
  component: RetailersPage,
})

const newRetailerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/new',
  component: lazyRouteComponent(() => import('./contacts/NewRetailerPage.tsx'), 'NewRetailerPage'),
})

const retailerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/$retailerId',
  component: RetailerPage,
})

const newContactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/$retailerId/contacts/new',
  component: lazyRouteComponent(() => import('./contacts/NewContactPage.tsx'), 'NewContactPage'),
})

const contactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/$retailerId/contacts/$contactId',
  component: ContactPage,
})

const contactsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contacts',
  validateSearch: readContactSearch,
  component: lazyRouteComponent(() => import('./contacts/ContactsPage.tsx'), 'ContactsPage'),
})

const invitationRoundsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contacts/invitations',
  validateSearch: readInvitationRoundsSearch,
  component: lazyRouteComponent(() => import('./contacts/InvitationRoundsPage.tsx'), 'InvitationRoundsPage'),
})

const invitationRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contacts/invitations/$roundId',
  validateSearch: readInvitationPeopleSearch,
  component: lazyRouteComponent(() => import('./contacts/InvitationRoundPage.tsx'), 'InvitationRoundPage'),
})

const territoriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/territories',
  component: lazyRouteComponent(() => import('./contacts/TerritoriesPage.tsx'), 'TerritoriesPage'),
})

const heldItemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/held-items',
  validateSearch: readHeldSearch,
  component: HeldItemsPage,
})

const mailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mail',
  validateSearch: readMailSearch,
  component: lazyRouteComponent(() => import('./mail/MailPage.tsx'), 'MailPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
})

const rolesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roles',
  component: lazyRouteComponent(() => import('./roles/RolesPage.tsx'), 'RolesPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})

const appsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apps',
  component: lazyRouteComponent(() => import('./apps/AppsPage.tsx'), 'AppsPage'),
})

const serviceTokensRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service-tokens',
  component: lazyRouteComponent(() => import('./integration/ServiceTokensPage.tsx'), 'ServiceTokensPage'),
})

const webhooksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./integration/WebhooksPage.tsx'), 'WebhooksPage'),
})

const webhookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('./integration/WebhookPage.tsx'), 'WebhookPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./import/ImportsPage.tsx'), 'ImportsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$kind/$importId',
  validateSearch: readStepSearch,
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...tradeRoutes,
    homeRoute,
    usersRoute,
    newUserRoute,
    userRoute,
    subscriptionRoute,
    retailersRoute,
    newRetailerRoute,
    retailerRoute,
    newContactRoute,
    contactRoute,
    contactsRoute,
    invitationRoundsRoute,
    invitationRoundRoute,
    territoriesRoute,
    importsRoute,
    importRoute,
    heldItemsRoute,
    mailRoute,
    auditRoute,
    rolesRoute,
    appsRoute,
    serviceTokensRoute,
    webhooksRoute,
    webhookRoute,
    settingsRoute,
  ]),
  basepath: '/admin',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
