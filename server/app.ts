import { join } from 'node:path'
import { findLogoContent, getOrganisation, unnamedOrganisation } from './accounts/organisation.store.ts'
import type { Actions } from './actions.ts'
import { auditLogRoutes } from './audit-log/audit-log.routes.ts'
import { bouncesRoutes } from './bounces/bounces.routes.ts'
import { contactAddressesRoutes } from './contacts/addresses.routes.ts'
import { contactsRoutes } from './contacts/contacts.routes.ts'
import { retailersRoutes } from './contacts/retailers.routes.ts'
import { createWriteProbe } from './database/write-probe.ts'
import { distFolder } from './dist-folder.ts'
import type { Ground } from './ground.ts'
import { homeRoutes } from './home/home.routes.ts'
import { readAssets } from './html/assets.ts'
import { type Frame, renderInFrame } from './html/frame.ts'
import { adminSiteRoutes } from './http/admin-site.routes.ts'
import { asSeenRoutes } from './http/as-seen.routes.ts'
import { assetRoutes } from './http/asset.routes.ts'
import { brandRoutes } from './http/brand.routes.ts'
import { brandOf } from './http/brand.ts'
import { createHttp, type Http } from './http/create-http.ts'
import { healthRoutes } from './http/health.routes.ts'
import { mobileAppRoutes } from './http/mobile-app.routes.ts'
import { problemPage } from './http/problem.pages.ts'
import type { Problem } from './http/problems.ts'
import { createRecordSetUpFault } from './http/recent-set-up-faults.ts'
import { forgetSetUpFaults } from './http/set-up-faults.store.ts'
import type { SetUpFault } from './http/set-up-faults.ts'
import { createShow } from './http/show.ts'
import { wellKnownRoutes } from './http/well-known.routes.ts'
import { importRoutes } from './import/import.routes.ts'
import { licencesRoutes } from './licences/licences.routes.ts'
import { mailLogRoutes } from './mail-log/mail-log.routes.ts'
import { clientsRoutes } from './oidc/clients.routes.ts'
import { createProvider } from './oidc/create-provider.ts'
import { createFinishSignIn } from './oidc/finish-sign-in.ts'
import { interactionRoutes } from './oidc/interaction.routes.ts'
import { providerRoutes } from './oidc/provider.routes.ts'
import { settingsRoutes } from './organisation/settings.routes.ts'
import { ownAccountRoutes } from './own-account/own-account.routes.ts'
import { passwordsRoutes } from './passwords/passwords.routes.ts'
import { recoveryRoutes } from './recovery/recovery.routes.ts'
import { adminApi } from './roles/admin-api.routes.ts'
import { administratorRoutes } from './roles/administrator.routes.ts'
import { rolesRoutes } from './roles/roles.routes.ts'
import { setUpRoutes } from './set-up/set-up.routes.ts'
import { signInRoutes } from './sign-in/sign-in.routes.ts'
import { appApiRoutes } from './sync/app-api.routes.ts'
import { handInRoutes } from './sync/hand-in.routes.ts'
import { heldItemsRoutes } from './sync/held-items.routes.ts'
import { createRepDoor } from './sync/rep-door.routes.ts'
import { territoriesRoutes } from './territories/territories.routes.ts'
import { userAddressesRoutes } from './users/addresses.routes.ts'
import { userImageRoutes } from './users/user-image.routes.ts'
import { userLocksRoutes } from './users/user-locks.routes.ts'
import { userSessionsRoutes } from './users/user-sessions.routes.ts'
import { usersRoutes } from './users/users.routes.ts'

export async function createServer(ground: Ground, actions: Actions, mailboxUrl?: string): Promise<Http> {
  const { db, clock, log, config, jobs, rule } = ground
  const { publicUrl, resetCodeMinutes } = config
  const assets = readAssets(join(distFolder, 'pages/.vite/manifest.json'))
  const getFrame = async (): Promise<Frame> => {
    const organisation = await getOrganisation(db)
    const demo = config.isDemo ? { mailboxUrl } : undefined
    return { organisation, demo, isDrill: config.isDrill, assets, brand: brandOf(organisation) }
  }
  // A problem may be that the database is away: the page that says so must not need it.
  const getFrameAnyhow = () =>
    getFrame().catch(
      (): Frame => ({ organisation: unnamedOrganisation, demo: undefined, isDrill: config.isDrill, assets }),
    )
  const show = createShow(getFrame)
  const getContactLine = async () => (await getOrganisation(db)).contactLine

  const renderProblem = async (problem: Problem) => renderInFrame(await getFrameAnyhow(), problemPage(problem))
  await forgetSetUpFaults(db)
  const recordSetUpFault = createRecordSetUpFault(ground)
  const onSetUpFault = (fault: SetUpFault) =>
    void recordSetUpFault(fault).catch(err => log.warn({ err }, 'a fault of the set-up could not be recorded'))
  const http = await createHttp({ config, log, renderProblem, onSetUpFault })
  const folders = { assets: join(distFolder, 'pages/assets'), icons: join(import.meta.dirname, '../pages/icons') }
  await assetRoutes(http, { folders, organisation: () => getOrganisation(db) })
  brandRoutes(http, { organisation: () => getOrganisation(db), findLogo: hash => findLogoContent(db, hash) })
  await adminSiteRoutes(http, { folder: join(distFolder, 'admin') })
  await mobileAppRoutes(http, { folder: join(distFolder, 'mobile') })
  asSeenRoutes(http, { secrets: ground.secrets, clock })
  wellKnownRoutes(http, { publicUrl, contactLine: getContactLine, clock })
  healthRoutes(http, { checks: { database: createWriteProbe(db), queue: () => jobs.isHealthy() } })
  passwordsRoutes(http, { rule })
  await bouncesRoutes(http, { ...actions, clock, bounceKey: config.bounceKey })
  recoveryRoutes(http, { ...actions, show, resetCodeMinutes, getContactLine })
  setUpRoutes(http, { ...actions, show })
  ownAccountRoutes(http, { ...actions, show })
  signInRoutes(http, { ...actions, show, getContactLine, resetCodeMinutes })
  const provider = createProvider({ ...ground, publicUrl, findClient: actions.findClient, renderProblem })
  const finishSignIn = createFinishSignIn({ ...ground, ...actions, provider })
  await providerRoutes(http, { provider, publicUrl, limiter: ground.limiter })
  interactionRoutes(http, { ...actions, provider, finishSignIn, show, getContactLine, resetCodeMinutes })
  await adminApi(http, { ...actions, admitRep: createRepDoor(actions) }, api => {
    appApiRoutes(api, actions)
    auditLogRoutes(api, actions)
    handInRoutes(api, actions)
    heldItemsRoutes(api, actions)
    administratorRoutes(api, { ...actions, organisation: () => getOrganisation(db), isDrill: config.isDrill })
    contactsRoutes(api, actions)
    contactAddressesRoutes(api, actions)
    clientsRoutes(api, { ...actions, publicUrl })
    importRoutes(api, actions)
    homeRoutes(api, actions)
    licencesRoutes(api, actions)
    mailLogRoutes(api, actions)
    retailersRoutes(api, actions)
    rolesRoutes(api, actions)
    settingsRoutes(api, actions)
    territoriesRoutes(api, actions)
    usersRoutes(api, actions)
    userLocksRoutes(api, actions)
    userAddressesRoutes(api, actions)
    userSessionsRoutes(api, actions)
    userImageRoutes(api, actions)
  })
  return http
}
