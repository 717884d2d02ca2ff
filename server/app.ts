import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { createCheckPassword } from './accounts/check-password.ts'
import { getOrganisation, unnamedOrganisation } from './accounts/organisation.store.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { createAddContact } from './contacts/add-contact.ts'
import { createAddRetailer } from './contacts/add-retailer.ts'
import { createChangeContact } from './contacts/change-contact.ts'
import { createChangeRetailer } from './contacts/change-retailer.ts'
import { contactsRoutes } from './contacts/contacts.routes.ts'
import { createListRetailers } from './contacts/list-retailers.ts'
import { createReadContact } from './contacts/read-contact.ts'
import { createReadRetailer } from './contacts/read-retailer.ts'
import { createRestoreAccess } from './contacts/restore-access.ts'
import { retailersRoutes } from './contacts/retailers.routes.ts'
import { createWithdrawAccess } from './contacts/withdraw-access.ts'
import type { OpenDatabase } from './database/connect.ts'
import { isAnswering } from './database/is-answering.ts'
import { readAssets } from './html/assets.ts'
import { type Frame, renderInFrame } from './html/frame.ts'
import { adminSiteRoutes } from './http/admin-site.routes.ts'
import { assetRoutes } from './http/asset.routes.ts'
import { createHttp, type Http } from './http/create-http.ts'
import { healthRoutes } from './http/health.routes.ts'
import { mobileAppRoutes } from './http/mobile-app.routes.ts'
import { problemPage } from './http/problem.pages.ts'
import type { Problem } from './http/problems.ts'
import { createShow } from './http/show.ts'
import { wellKnownRoutes } from './http/well-known.routes.ts'
import { startJobs } from './jobs/jobs.ts'
import { createChangeSubscription } from './licences/change-subscription.ts'
import { licencesRoutes } from './licences/licences.routes.ts'
import { createReadSubscription } from './licences/read-subscription.ts'
import { createLimiter } from './limits/limiter.ts'
import { limits } from './limits/limits.ts'
import { createQueueMail, mailQueue } from './mail/queue-mail.ts'
import { createListMail } from './mail-log/list-mail.ts'
import { mailLogRoutes } from './mail-log/mail-log.routes.ts'
import { createAddClient } from './oidc/add-client.ts'
import { createCheckProof } from './oidc/check-proof.ts'
import { clientsRoutes } from './oidc/clients.routes.ts'
import { createProvider } from './oidc/create-provider.ts'
import { createFindClient, createListClients } from './oidc/find-client.ts'
import { createFindRep } from './oidc/find-rep.ts'
import { createFinishSignIn } from './oidc/finish-sign-in.ts'
import { createListTargets } from './oidc/list-targets.ts'
import { oidcRoutes } from './oidc/oidc.routes.ts'
import { createReadInteraction } from './oidc/read-interaction.ts'
import { createRemoveClient } from './oidc/remove-client.ts'
import { createChangePassword } from './own-account/change-password.ts'
import { createConfirmPassword } from './own-account/confirm-password.ts'
import { createEndSessions, createSignOut } from './own-account/end-sessions.ts'
import { ownAccountRoutes } from './own-account/own-account.routes.ts'
import { createPrepareAccountPage } from './own-account/prepare-account-page.ts'
import { createPasswordHashing } from './passwords/password-hashing.ts'
import { loadPasswordRule } from './passwords/password-rule.ts'
import { passwordsRoutes } from './passwords/passwords.routes.ts'
import { createCompleteReset } from './recovery/complete-reset.ts'
import { createObjectToChange, createReadObjection } from './recovery/object-to-change.ts'
import { createPrepareResetPage } from './recovery/prepare-reset-page.ts'
import { createPrintReset } from './recovery/print-reset.ts'
import { createReadLink } from './recovery/read-link.ts'
import { recoveryRoutes } from './recovery/recovery.routes.ts'
import { createRequestOwnReset } from './recovery/request-own-reset.ts'
import { createRequestReset } from './recovery/request-reset.ts'
import { createSavePassword } from './recovery/save-password.ts'
import { createAddRole } from './roles/add-role.ts'
import { adminApi } from './roles/admin-api.routes.ts'
import { administratorRoutes } from './roles/administrator.routes.ts'
import { createChangeRole } from './roles/change-role.ts'
import { createFindAdministrator } from './roles/find-administrator.ts'
import { createListRoles } from './roles/list-roles.ts'
import { createRemoveRole } from './roles/remove-role.ts'
import { rolesRoutes } from './roles/roles.routes.ts'
import { createListSessions, createReadSession } from './sessions/read-session.ts'
import { createStartSession } from './sessions/start-session.ts'
import { createAskResetOption } from './sign-in/ask-reset-option.ts'
import { signInRoutes } from './sign-in/sign-in.routes.ts'
import { createSignInWithPassword } from './sign-in/sign-in-with-password.ts'
import { appApiRoutes } from './sync/app-api.routes.ts'
import { createDiscardItem } from './sync/discard-item.ts'
import { createPullRows } from './sync/pull-rows.ts'
import { createPushItems } from './sync/push-items.ts'
import { createReadMe } from './sync/read-me.ts'
import { createRepDoor } from './sync/rep-door.routes.ts'
import { createSendContactReset } from './sync/send-contact-reset.ts'
import { createTakeHeartbeat } from './sync/take-heartbeat.ts'
import { createAddTerritory } from './territories/add-territory.ts'
import { createListTerritories } from './territories/list-territories.ts'
import { createRemoveTerritory } from './territories/remove-territory.ts'
import { createRenameTerritory } from './territories/rename-territory.ts'
import { territoriesRoutes } from './territories/territories.routes.ts'
import { createAddUser } from './users/add-user.ts'
import { createChangeUser } from './users/change-user.ts'
import { createDeactivateUser } from './users/deactivate-user.ts'
import { createEndUserSessions } from './users/end-user-sessions.ts'
import { createExportUsers } from './users/export-users.ts'
import { createFindUsername } from './users/find-username.ts'
import { createListUsers } from './users/list-users.ts'
import { createMarkUserCompromised } from './users/mark-user-compromised.ts'
import { createReactivateUser } from './users/reactivate-user.ts'
import { createReadUser } from './users/read-user.ts'
import { createSendInvitation } from './users/send-invitation.ts'
import { createSendPasswordReset } from './users/send-password-reset.ts'
import { usersRoutes } from './users/users.routes.ts'

const distFolder = join(import.meta.dirname, '../dist')

export type GroundNeeds = {
  config: Config
  clock: Clock
  log: FastifyBaseLogger
  database: OpenDatabase
  /** False in a process that only adds jobs, such as one command of the command line. */
  works?: boolean
}

/** What every feature stands on. */
export async function createGround({ config, clock, log, database, works = true }: GroundNeeds) {
  const { db, relaxed, connection } = database
  const { secrets, passwordMinLength: minimumLength } = config
  const jobs = await startJobs({ connection, log, queues: [mailQueue], works })
  return {
    db,
    relaxedDb: relaxed.db,
    clock,
    log,
    config,
    secrets,
    jobs,
    limiter: createLimiter({ pool: relaxed.pool, secrets }),
    queueMail: createQueueMail({ jobs, clock }),
    hashing: createPasswordHashing({ waiting: limits.hashing.waiting }),
    rule: await loadPasswordRule({ directory: join(distFolder, 'strength'), minimumLength }),
  }
}

export type Ground = Awaited<ReturnType<typeof createGround>>

/** What people and operators do, wired once: the routes and the command line are two doors to the same actions. */
export function createActions(ground: Ground) {
  const { config } = ground
  const { publicUrl, usernameDisclosure, resetCodeMinutes } = config
  const needs = { ...ground, publicUrl, usernameDisclosure, resetCodeMinutes }
  const checkPassword = createCheckPassword(needs)
  const readLink = createReadLink(needs)
  const requestReset = createRequestReset(needs)
  const savePassword = createSavePassword(needs)
  const startSession = createStartSession(needs)
  const listSessions = createListSessions(needs)
  const readSession = createReadSession(needs)
  const findClient = createFindClient(needs)
  const listClients = createListClients(needs)
  const listTargets = createListTargets({ listClients })
  return {
    addClient: createAddClient(needs),
    addContact: createAddContact(needs),
    addRetailer: createAddRetailer(needs),
    addRole: createAddRole(needs),
    addTerritory: createAddTerritory(needs),
    addUser: createAddUser(needs),
    askResetOption: createAskResetOption(needs),
    changeContact: createChangeContact(needs),
    changeRetailer: createChangeRetailer(needs),
    changeRole: createChangeRole(needs),
    changeUser: createChangeUser(needs),
    changeSubscription: createChangeSubscription(needs),
    changePassword: createChangePassword({ ...needs, checkPassword, savePassword }),
    completeReset: createCompleteReset({ ...needs, readLink, savePassword }),
    confirmPassword: createConfirmPassword({ ...needs, checkPassword }),
    deactivateUser: createDeactivateUser(needs),
    discardItem: createDiscardItem(needs),
    endSessions: createEndSessions(needs),
    endUserSessions: createEndUserSessions(needs),
    exportUsers: createExportUsers(needs),
    findClient,
    findAdministrator: createFindAdministrator({ ...needs, readSession }),
    findRep: createFindRep({ ...needs, findClient, checkProof: createCheckProof(needs) }),
    findUsername: createFindUsername(needs),
    listClients,
    listMail: createListMail(needs),
    listSessions,
    listTargets,
    listRetailers: createListRetailers(needs),
    listRoles: createListRoles(needs),
    listTerritories: createListTerritories(needs),
    listUsers: createListUsers(needs),
    markUserCompromised: createMarkUserCompromised(needs),
    objectToChange: createObjectToChange(needs),
    prepareAccountPage: createPrepareAccountPage({ ...needs, listSessions, listTargets }),
    prepareResetPage: createPrepareResetPage(needs),
    printReset: createPrintReset(needs),
    pullRows: createPullRows(needs),
    pushItems: createPushItems(needs),
    reactivateUser: createReactivateUser(needs),
    readInteraction: createReadInteraction({ ...needs, findClient, listTargets }),
    readLink,
    readMe: createReadMe(needs),
    readObjection: createReadObjection(needs),
    readContact: createReadContact(needs),
    readRetailer: createReadRetailer(needs),
    readSession,
    readSubscription: createReadSubscription(needs),
    readUser: createReadUser({ ...needs, listSessions }),
    removeClient: createRemoveClient(needs),
    removeRole: createRemoveRole(needs),
    removeTerritory: createRemoveTerritory(needs),
    renameTerritory: createRenameTerritory(needs),
    requestOwnReset: createRequestOwnReset({ ...needs, requestReset }),
    requestReset,
    sendContactReset: createSendContactReset({ ...needs, requestReset }),
    restoreAccess: createRestoreAccess(needs),
    sendInvitation: createSendInvitation({ ...needs, requestReset }),
    sendPasswordReset: createSendPasswordReset({ ...needs, requestReset }),
    signInWithPassword: createSignInWithPassword({ ...needs, checkPassword, startSession }),
    signOut: createSignOut(needs),
    withdrawAccess: createWithdrawAccess(needs),
    takeHeartbeat: createTakeHeartbeat(needs),
  }
}

export type Actions = ReturnType<typeof createActions>

export async function createServer(ground: Ground, actions: Actions, mailboxUrl?: string): Promise<Http> {
  const { db, clock, log, config, jobs, rule } = ground
  const { publicUrl, resetCodeMinutes } = config
  const assets = readAssets(join(distFolder, 'pages/.vite/manifest.json'))
  const getFrame = async (): Promise<Frame> => ({
    organisation: await getOrganisation(db),
    demo: config.isDemo ? { mailboxUrl } : undefined,
    assets,
  })
  // A problem may be that the database is away: the page that says so must not need it.
  const getFrameAnyhow = () =>
    getFrame().catch((): Frame => ({ organisation: unnamedOrganisation, demo: undefined, assets }))
  const show = createShow(getFrame)
  const getContactLine = async () => (await getOrganisation(db)).contactLine

  const renderProblem = async (problem: Problem) => renderInFrame(await getFrameAnyhow(), problemPage(problem))
  const http = await createHttp({ config, log, renderProblem })
  const folders = { assets: join(distFolder, 'pages/assets'), icons: join(import.meta.dirname, '../pages/icons') }
  await assetRoutes(http, { folders, organisation: () => getOrganisation(db) })
  await adminSiteRoutes(http, { folder: join(distFolder, 'admin') })
  await mobileAppRoutes(http, { folder: join(distFolder, 'mobile') })
  wellKnownRoutes(http, { publicUrl, contactLine: getContactLine, clock })
  healthRoutes(http, { checks: { database: () => isAnswering(db), queue: () => jobs.isHealthy() } })
  passwordsRoutes(http, { rule })
  recoveryRoutes(http, { ...actions, show, resetCodeMinutes })
  ownAccountRoutes(http, { ...actions, show })
  signInRoutes(http, { ...actions, show, getContactLine, resetCodeMinutes })
  const provider = createProvider({ ...ground, publicUrl, findClient: actions.findClient, renderProblem })
  const finishSignIn = createFinishSignIn({ ...ground, ...actions, provider })
  await oidcRoutes(http, { ...actions, provider, finishSignIn, publicUrl, show, getContactLine, resetCodeMinutes })
  await adminApi(http, { ...actions, admitRep: createRepDoor(actions) }, api => {
    appApiRoutes(api, actions)
    administratorRoutes(api, { ...actions, organisation: () => getOrganisation(db) })
    contactsRoutes(api, actions)
    clientsRoutes(api, { ...actions, publicUrl })
    licencesRoutes(api, actions)
    mailLogRoutes(api, actions)
    retailersRoutes(api, actions)
    rolesRoutes(api, actions)
    territoriesRoutes(api, actions)
    usersRoutes(api, actions)
  })
  return http
}
