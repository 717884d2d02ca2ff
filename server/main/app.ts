import { join } from 'node:path'
import { bouncesRoutes } from '../entry/bounces/bounces.routes.ts'
import { companySignInRoutes } from '../entry/company-sign-in/company-sign-in.routes.ts'
import { createProvider } from '../entry/oidc/create-provider.ts'
import { createFinishSignIn } from '../entry/oidc/finish-sign-in.ts'
import { interactionRoutes } from '../entry/oidc/interaction.routes.ts'
import { providerRoutes } from '../entry/oidc/provider.routes.ts'
import { ownAccountRoutes } from '../entry/own-account/own-account.routes.ts'
import { recoveryRoutes } from '../entry/recovery/recovery.routes.ts'
import { ownSecondStepRoutes } from '../entry/second-step/own-second-step.routes.ts'
import { setUpRoutes } from '../entry/set-up/set-up.routes.ts'
import { signInRoutes } from '../entry/sign-in/sign-in.routes.ts'
import { findLogoContent, getOrganisation, unnamedOrganisation } from '../people/organisation/organisation.store.ts'
import { adminApi } from '../platform/api/admin-api.routes.ts'
import { createWriteProbe } from '../platform/database/write-probe.ts'
import { distFolder } from '../platform/dist-folder.ts'
import type { Ground } from '../platform/ground.ts'
import { readAssets } from '../platform/html/assets.ts'
import { type Frame, renderInFrame } from '../platform/html/frame.ts'
import { adminSiteRoutes } from '../platform/http/admin-site.routes.ts'
import { asSeenRoutes } from '../platform/http/as-seen.routes.ts'
import { assetRoutes } from '../platform/http/asset.routes.ts'
import { brandRoutes } from '../platform/http/brand.routes.ts'
import { brandOf } from '../platform/http/brand.ts'
import { createHttp } from '../platform/http/create-http.ts'
import { healthRoutes } from '../platform/http/health.routes.ts'
import type { Http } from '../platform/http/http.ts'
import { mobileAppRoutes } from '../platform/http/mobile-app.routes.ts'
import { problemPage } from '../platform/http/problem.pages.ts'
import type { Problem } from '../platform/http/problems.ts'
import { createRecordSetUpFault } from '../platform/http/recent-set-up-faults.ts'
import { forgetSetUpFaults } from '../platform/http/set-up-faults.store.ts'
import type { SetUpFault } from '../platform/http/set-up-faults.ts'
import { createShow } from '../platform/http/show.ts'
import { wellKnownRoutes } from '../platform/http/well-known.routes.ts'
import { passwordsRoutes } from '../platform/passwords/passwords.routes.ts'
import { createRepDoor } from '../rep-app/sync/rep-door.routes.ts'
import { shopRoutes } from '../website/shop/shop.routes.ts'
import type { Actions } from './actions.ts'
import { apiRoutes } from './api-routes.ts'

export type ServerOptions = {
  mailboxUrl?: string | undefined
  /** The event-loop delay above which requests get a 503. Tests raise it, because a slow machine must not fail them. */
  busyFromMs?: number | undefined
}

export async function createServer(
  ground: Ground,
  actions: Actions,
  { mailboxUrl, busyFromMs }: ServerOptions = {},
): Promise<Http> {
  const { db, clock, log, config, jobs, rule } = ground
  const { publicUrl, resetCodeMinutes } = config
  const assets = readAssets(join(distFolder, 'browser/.vite/manifest.json'))
  const getFrame = async (): Promise<Frame> => {
    const organisation = await getOrganisation(db)
    const demo = config.isDemo ? { mailboxUrl } : undefined
    return { organisation, demo, isDrill: config.isDrill, assets, brand: brandOf(organisation) }
  }
  // The database may be the problem, so the page that says so must not need it.
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
  const http = await createHttp({ config, log, renderProblem, onSetUpFault, ...(busyFromMs && { busyFromMs }) })
  const folders = {
    assets: join(distFolder, 'browser/assets'),
    icons: join(import.meta.dirname, '../../browser/icons'),
  }
  await assetRoutes(http, { folders, organisation: () => getOrganisation(db) })
  brandRoutes(http, { organisation: () => getOrganisation(db), findLogo: hash => findLogoContent(db, hash) })
  await adminSiteRoutes(http, { folder: join(distFolder, 'admin') })
  await mobileAppRoutes(http, { folder: join(distFolder, 'rep-app'), organisation: () => getOrganisation(db) })
  asSeenRoutes(http, { secrets: ground.secrets, clock })
  wellKnownRoutes(http, { publicUrl, contactLine: getContactLine, clock })
  healthRoutes(http, { checks: { database: createWriteProbe(db), queue: () => jobs.isHealthy() } })
  passwordsRoutes(http, { rule })
  await bouncesRoutes(http, { ...actions, clock, bounceKey: config.bounceKey })
  recoveryRoutes(http, { ...actions, show, resetCodeMinutes, getContactLine })
  setUpRoutes(http, { ...actions, show })
  ownAccountRoutes(http, { ...actions, show })
  ownSecondStepRoutes(http, { ...actions, show })
  companySignInRoutes(http, { ...ground, ...actions, show, getContactLine })
  signInRoutes(http, { ...actions, show, getContactLine, resetCodeMinutes })
  shopRoutes(http, { ...actions.shop, readSession: actions.readSession, show, limiter: ground.limiter, getContactLine })
  const provider = createProvider({ ...ground, ...actions, publicUrl, renderProblem })
  const finishSignIn = createFinishSignIn({ ...ground, ...actions, provider })
  await providerRoutes(http, { provider, publicUrl, limiter: ground.limiter })
  interactionRoutes(http, { ...actions, provider, finishSignIn, show, getContactLine, resetCodeMinutes })
  await adminApi(http, { ...actions, admitRep: createRepDoor(actions) }, api => apiRoutes(api, { ground, actions }))
  return http
}
