import { createBounceActions } from '../entry/bounces/bounces.actions.ts'
import { createCompanySignInActions } from '../entry/company-sign-in/company-sign-in.actions.ts'
import { createStartNoticedSession } from '../entry/new-sign-in/start-noticed-session.ts'
import { createOidcActions } from '../entry/oidc/oidc.actions.ts'
import { createOwnAccountActions } from '../entry/own-account/own-account.actions.ts'
import { createRecoveryActions } from '../entry/recovery/recovery.actions.ts'
import { createSecondStepActions } from '../entry/second-step/second-step.actions.ts'
import { createSetUpActions } from '../entry/set-up/set-up.actions.ts'
import { createSignInActions } from '../entry/sign-in/sign-in.actions.ts'
import { createAuditLogActions } from '../office/audit-log/audit-log.actions.ts'
import { createCategoryActions } from '../office/categories/categories.actions.ts'
import { createContactActions } from '../office/contacts/contacts.actions.ts'
import { createHomeActions } from '../office/home/home.actions.ts'
import { createImportActions } from '../office/import/import.actions.ts'
import { createIntegrationActions } from '../office/integration/integration.actions.ts'
import { createMailLogActions } from '../office/mail-log/mail-log.actions.ts'
import { createOrderActions } from '../office/orders/orders.actions.ts'
import { createPriceActions } from '../office/prices/prices.actions.ts'
import { createProductActions } from '../office/products/products.actions.ts'
import { createSettingsActions } from '../office/settings/settings.actions.ts'
import { createTargetActions } from '../office/targets/targets.actions.ts'
import { createUserActions } from '../office/users/users.actions.ts'
import { createVisitActions } from '../office/visits/visits.actions.ts'
import { createWebhookActions } from '../office/webhooks/webhooks.actions.ts'
import { createDiagnosisActions } from '../people/diagnosis/diagnosis.actions.ts'
import { createFactorActions } from '../people/factors/factors.actions.ts'
import { createGuessingActions } from '../people/guessing/guessing.actions.ts'
import { createLicenceActions } from '../people/licences/licences.actions.ts'
import { createRoleActions } from '../people/roles/roles.actions.ts'
import { createSessionActions } from '../people/sessions/sessions.actions.ts'
import { createTerritoryActions } from '../people/territories/territories.actions.ts'
import { createAuditActions } from '../platform/audit/audit.actions.ts'
import type { Ground } from '../platform/ground.ts'
import { createHttpActions } from '../platform/http/http.actions.ts'
import { createSyncActions } from '../rep-app/sync/sync.actions.ts'
import { createCatalogueActions } from '../trade/catalogue/catalogue.actions.ts'
import { createShopActions } from '../website/shop/shop.actions.ts'

/** The actions of people and operators, wired once: the routes and the command line call the same ones. */
export function createActions(ground: Ground) {
  const audit = createAuditActions(ground)
  const http = createHttpActions(ground)
  const diagnosis = createDiagnosisActions(ground)
  const guessing = createGuessingActions(ground)
  const licences = createLicenceActions(ground)
  const sessions = createSessions(ground)
  const roles = createRoleActions(ground, sessions)
  const catalogue = createCatalogueActions(ground)
  const territories = createTerritoryActions(ground)
  const bounces = createBounceActions(ground)
  const oidc = createOidcActions(ground)
  const recovery = createRecoveryActions(ground)
  const factors = createFactorActions(ground)
  const secondStep = createSecondStepActions(ground, { ...sessions, ...factors })
  const companySignIn = createCompanySignInActions(ground, { ...sessions, ...factors, ...secondStep })
  const ownAccount = createOwnAccountActions(ground, {
    ...guessing,
    ...recovery,
    ...sessions,
    ...oidc,
    ...factors,
    ...secondStep,
    listApps: oidc.listClients,
  })
  const setUp = createSetUpActions(ground)
  const signIn = createSignInActions(ground, { ...guessing, ...sessions, ...factors, ...secondStep, ...oidc })
  const auditLog = createAuditLogActions(ground)
  const categories = createCategoryActions(ground)
  const contacts = createContactActions(ground, { ...recovery, ...diagnosis })
  const home = createHomeActions(ground, { ...licences, ...http })
  const imports = createImportActions(ground)
  const integration = createIntegrationActions(ground)
  const mailLog = createMailLogActions(ground)
  const prices = createPriceActions(ground)
  const products = createProductActions(ground)
  const orders = createOrderActions(ground)
  const users = createUserActions(ground, { ...recovery, ...sessions, listApps: oidc.listClients, ...diagnosis })
  const sync = createSyncActions(ground, { ...oidc, ...recovery })
  return {
    ...audit,
    ...http,
    ...diagnosis,
    ...guessing,
    ...licences,
    ...sessions,
    ...roles,
    ...catalogue,
    ...territories,
    ...bounces,
    ...oidc,
    ...recovery,
    ...ownAccount,
    ...setUp,
    ...factors,
    ...secondStep,
    ...companySignIn,
    ...signIn,
    ...auditLog,
    ...categories,
    ...contacts,
    ...createTargetActions(ground),
    ...createVisitActions(ground),
    ...home,
    ...imports,
    ...integration,
    ...mailLog,
    ...prices,
    ...products,
    ...orders,
    ...createSettingsActions(ground, companySignIn),
    ...users,
    ...createWebhookActions(ground),
    ...sync,
    /** Apart from the others: an administrator's list of products is not a contact's. */
    shop: createShopActions(ground),
  }
}

export type Actions = ReturnType<typeof createActions>

/** Sessions whose start a person is told of, where it is suspicious. */
function createSessions(ground: Ground) {
  const sessions = createSessionActions(ground)
  return { ...sessions, startSession: createStartNoticedSession({ ...ground, ...sessions }) }
}
