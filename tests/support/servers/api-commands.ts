import { randomUUID } from 'node:crypto'
import { noRights } from '../../../shared/contract/rights.ts'
import { addMail } from '../mails/mails.ts'
import { addAdministrator, addRole } from '../people/administrators.ts'
import { addFormerDevice, addHeldItem } from '../people/held-items.ts'
import { addImport } from '../people/imports.ts'
import { ageAccounts, makeAddressWait } from '../people/new-addresses.ts'
import { addQuote } from '../people/office-orders.ts'
import { ava } from '../people/reset-steps-http.ts'
import { addContact, addRetailer, addTerritory } from '../people/retailers.ts'
import {
  companyDraft,
  createApiBodies,
  kindOf,
  lowTax,
  newFile,
  office,
  removable,
  smallPicture,
} from './api-bodies.ts'
import type { Caller } from './api-matrix.ts'
import type { TestApp } from './app.ts'
import { createIntegrationCommands } from './integration-commands.ts'
import { createPlanningCommands } from './planning-commands.ts'
import { createProductCommands, type UploadedFile } from './product-commands.ts'

async function giveImage(app: TestApp, accountId: string): Promise<void> {
  const file = Buffer.from(smallPicture, 'base64')
  await app.actions.changeUserImage({ accountId, file, authority: { actor: 'command-line' } })
}

/** The requests for the routes of the matrix: the account they concern, and the body. */
export async function createApiCommands(app: TestApp) {
  const retailerOfAll = await addRetailer(app)
  const products = await createProductCommands(app)
  const integration = await createIntegrationCommands(app)
  const planning = await createPlanningCommands(app)
  const bodyOfTrade = (route: string) => products.bodyOf(route) ?? planning.bodyOf(route)
  const bodies = createApiBodies({ retailerOfAll, productBodyOf: bodyOfTrade })
  let changeId = ''

  /** A new account for each request, because an allowed request takes effect. */
  async function target(caller: Caller, route = ''): Promise<string> {
    const rights = caller === 'below' ? { ...noRights, users: 'write' as const, audit: 'read' as const } : undefined
    if (route.includes('/imports/')) return addImportFor(route)
    if (/\/(?:products|categories|price-lists)\/|\/prices/.test(route)) return products.target(route)
    const ofIntegration = integration.target(route)
    if (ofIntegration) return ofIntegration
    const planned = await planning.target(route)
    if (planned !== undefined) return planned
    if (route.includes('/roles/')) return addRole(app, rights ?? noRights)
    if (route.endsWith('/office-networks/remove')) await markOffice(app)
    if (route.endsWith('/company-sign-in/remove'))
      await app.actions.saveCompanyProvider({ draft: companyDraft(removable), authority: { actor: 'command-line' } })
    if (route.endsWith('/tax-classes/remove'))
      await app.actions.saveTaxClass({ taxClass: lowTax, authority: { actor: 'command-line' } })
    if (route.includes('/clients/')) return addClient(route)
    if (route.includes('/territories/')) return addTerritory(app)
    if (route.includes('/invitation-rounds/')) return addRound(app)
    if (route.includes('/retailers/')) return addRetailer(app)
    if (route.includes('/held-items/')) return addHeldItem(app, retailerOfAll)
    if (/\/api\/orders\/\{id\}/.test(route)) return addQuote(app, retailerOfAll)
    if (route.includes('/contacts/')) return waitingFor(route, await addContact(app))
    if (route.includes('/mail/')) return addMail(app, { state: 'failed' })
    const { accountId = '' } = await addAdministrator(app, { rights: rights ?? noRights, signsIn: false })
    if (route.endsWith('/release-orders')) await addFormerDevice(app, accountId)
    // An account with a password can't be invited.
    if (route.endsWith('/invitation')) {
      await app.database.pool.query('update accounts set password_hash = null where id = $1', [accountId])
    }
    return waitingFor(route, accountId)
  }

  /** For approvals: adds a pending address, and makes all administrators old enough to approve it. */
  async function waitingFor(route: string, accountId: string): Promise<string> {
    if (route === 'GET /api/users/{id}/image') await giveImage(app, accountId)
    if (!route.endsWith('/approve-address')) return accountId
    await ageAccounts(app)
    changeId = await makeAddressWait(app, accountId)
    return accountId
  }

  async function addImportFor(route: string): Promise<string> {
    const kind = kindOf(route)
    if (!kind) throw new Error(`${route} is of no kind of import`)
    const state = route.endsWith('/run') ? 'checked' : route.endsWith('/invitations') ? 'done' : 'columns'
    return addImport(app, kind, { file: newFile(kind), state })
  }

  /** The upload for routes that accept a file instead of JSON. */
  function fileFor(route: string): UploadedFile | undefined {
    const picture = products.pictureFor(route)
    if (picture) return picture
    const kind = /^POST \/api\/imports\/[\w-]+$/.test(route) ? kindOf(route) : undefined
    return kind && { name: 'new.csv', content: newFile(kind), type: 'text/csv' }
  }

  async function addClient(route: string): Promise<string> {
    const client = bodies.newClient()
    const by = { actor: 'command-line' } as const
    await app.actions.addClient({ client, by })
    if (route.includes('/old-secret/')) await app.actions.rotateClientSecret({ id: client.id, by })
    return client.id
  }

  const bodyOf = (route: string): object => integration.bodyOf(route) ?? bodies.bodyOf(route, changeId)

  return { target, bodyOf, queryOf: planning.queryOf, fileFor, fill: products.fill }
}

async function addRound(app: TestApp): Promise<string> {
  const [contact, administrator] = [await addContact(app), await app.accountId(ava)]
  const round = { id: randomUUID(), contacts: { ids: [contact] }, notWithinDays: 7 }
  const authority = { actor: 'administrator', actorAccountId: administrator, network: '', device: '' } as const
  await app.actions.prepareInvitations({ round, authority })
  return round.id
}

async function markOffice(app: TestApp): Promise<void> {
  await app.actions.markOfficeNetwork({ network: office, label: 'York', authority: { actor: 'command-line' } })
}
