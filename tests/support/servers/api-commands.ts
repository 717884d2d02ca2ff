import { randomUUID } from 'node:crypto'
import { type ImportKind, importKinds } from '../../../shared/contract/import-lists.ts'
import { noRights } from '../../../shared/contract/rights.ts'
import { addMail } from '../mails/mails.ts'
import { addAdministrator, addRole } from '../people/administrators.ts'
import { addFormerDevice, addHeldItem } from '../people/held-items.ts'
import { addImport, fileOf } from '../people/imports.ts'
import { ageAccounts, makeAddressWait } from '../people/new-addresses.ts'
import { addQuote, quotedCents } from '../people/office-orders.ts'
import { makePng } from '../people/png.ts'
import { ava } from '../people/reset-steps-http.ts'
import { addContact, addRetailer, addTerritory } from '../people/retailers.ts'
import type { Caller } from './api-matrix.ts'
import type { TestApp } from './app.ts'
import { createProductCommands, type UploadedFile } from './product-commands.ts'

/** One pixel, as a PNG. */
export const smallPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function giveImage(app: TestApp, accountId: string): Promise<void> {
  const file = Buffer.from(smallPicture, 'base64')
  await app.actions.changeUserImage({ accountId, file, authority: { actor: 'command-line' } })
}

const office = '10.1.0.0/24'

/** The requests for the routes of the matrix: the account they concern, and the body. */
export async function createApiCommands(app: TestApp) {
  const retailerOfAll = await addRetailer(app)
  const products = await createProductCommands(app)
  let clients = 0
  let added = 0
  let changeId = ''

  /** A new account for each request, because an allowed request takes effect. */
  async function target(caller: Caller, route = ''): Promise<string> {
    const rights = caller === 'below' ? { ...noRights, users: 'write' as const, audit: 'read' as const } : undefined
    if (route.includes('/imports/')) return addImportFor(route)
    if (/\/(?:products|categories)\//.test(route)) return products.target(route)
    if (route.includes('/roles/')) return addRole(app, rights ?? noRights)
    if (route.endsWith('/office-networks/remove')) await markOffice()
    if (route.includes('/clients/')) return addClient()
    if (route.includes('/territories/')) return addTerritory(app)
    if (route.includes('/invitation-rounds/')) return addRound()
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

  async function addRound(): Promise<string> {
    const [contact, administrator] = [await addContact(app), await app.accountId(ava)]
    const round = { id: randomUUID(), contacts: { ids: [contact] }, notWithinDays: 7 }
    const authority = { actor: 'administrator', actorAccountId: administrator, network: '', device: '' } as const
    await app.actions.prepareInvitations({ round, authority })
    return round.id
  }

  async function markOffice(): Promise<void> {
    await app.actions.markOfficeNetwork({ network: office, label: 'York', authority: { actor: 'command-line' } })
  }

  /** For approvals: adds a pending address, and makes all administrators old enough to approve it. */
  async function waitingFor(route: string, accountId: string): Promise<string> {
    if (route === 'GET /api/users/{id}/image') await giveImage(app, accountId)
    if (!route.endsWith('/approve-address')) return accountId
    await ageAccounts(app)
    changeId = await makeAddressWait(app, accountId)
    return accountId
  }

  const kindOf = (route: string) => importKinds.find(kind => route.includes(`/imports/${kind}`))

  async function addImportFor(route: string): Promise<string> {
    const kind = kindOf(route)
    if (!kind) throw new Error(`${route} is of no kind of import`)
    const state = route.endsWith('/run') ? 'checked' : route.endsWith('/invitations') ? 'done' : 'columns'
    return addImport(app, kind, { file: newFile(kind), state })
  }

  const newFile = (kind: ImportKind) => fileOf(kind, { key: randomUUID(), accountNumber: 'HV1001' })

  /** The upload for routes that accept a file instead of JSON. */
  function fileFor(route: string): UploadedFile | undefined {
    const picture = products.pictureFor(route)
    if (picture) return picture
    const kind = /^POST \/api\/imports\/[\w-]+$/.test(route) ? kindOf(route) : undefined
    return kind && { name: 'new.csv', content: newFile(kind), type: 'text/csv' }
  }

  function newClient() {
    clients += 1
    const redirectUris = ['https://app.example/back']
    return { id: `app-${clients}`, name: 'An app', redirectUris, admits: ['scan' as const], startUrl: null }
  }

  async function addClient(): Promise<string> {
    const client = newClient()
    await app.actions.addClient({ client, by: { actor: 'command-line' } })
    return client.id
  }

  function bodyOf(route: string): object {
    if (route === 'POST /api/clients') return newClient()
    const kind = kindOf(route)
    if (kind && route.endsWith('/run')) return { scope: 'all', invitations: 'later' }
    if (kind && route.endsWith('/check'))
      return { fields: neededOf[kind], existing: 'leave', territories: 'refuse', userType: 'device' }
    if (kind) return {}
    if (route === 'POST /api/invitation-rounds') return { id: randomUUID(), contacts: { filter: { search: 'fern' } } }
    if (route === 'POST /api/orders/status') return { ids: [randomUUID()], status: 'confirmed' }
    if (route.endsWith('/note')) return { note: 'Delivered to the back door.' }
    if (route.endsWith('/order')) return { totalCents: quotedCents }
    if (route === 'POST /api/settings') return { contactLine: `Ask ${randomUUID()}.` }
    if (route === 'POST /api/settings/office-networks')
      return { network: `2001:db8:${randomUUID().slice(0, 4)}::/64`, label: 'Leeds' }
    if (route === 'POST /api/settings/office-networks/remove') return { network: office }
    if (route === 'POST /api/audit/acknowledge') return { reason: 'The clock was wrong.' }
    if (route === 'POST /api/settings/logo') return { image: makePng(16, 16).toString('base64') }
    if (route === 'POST /api/subscription/{type}') return { enabled: 30, monthlyPriceCents: 1200 }
    if (/\/roles(\/\{id\})?$/.test(route)) return { name: `Role ${randomUUID()}`, rights: noRights }
    if (/\/territories(\/\{id\})?$/.test(route)) return { name: `Territory ${randomUUID()}` }
    if (route.endsWith('/approve-address')) return { changeId }
    if (route.endsWith('/users/{id}/username')) return { username: `${randomUUID()}@harbourvale.example` }
    if (route.endsWith('/contacts/{id}/address')) return { username: randomUUID(), email: 'till@corner.example' }
    const product = products.bodyOf(route)
    if (product) return product
    const retailer = { name: 'Corner Store', accountNumber: randomUUID(), territoryId: null }
    if (route === 'POST /api/retailers') return retailer
    if (route === 'POST /api/retailers/{id}') return { ...retailer, status: 'closed' }
    const contact = { givenName: 'Una', familyName: 'Underhill', role: 'Owner' }
    if (route === 'POST /api/contacts/{id}') return contact
    if (route === 'POST /api/contacts')
      return { ...contact, retailerId: retailerOfAll, username: randomUUID(), email: 'shop@corner.example' }
    if (route === 'POST /api/mail/failing/clear') return { address: 'riley.rep@harbourvale.example' }
    const person = { userType: 'scan', givenName: 'New', familyName: 'Person', emailTo: null, roleId: null }
    if (route === 'POST /api/users/{id}') return person
    if (route.endsWith('/image')) return { image: smallPicture }
    if (route !== 'POST /api/users') return {}
    added += 1
    return { ...person, username: `new${added}@harbourvale.example` }
  }

  return { target, bodyOf, fileFor, fill: products.fill }
}

const neededOf = {
  users: ['username', 'given-name', 'family-name'],
  retailers: ['account-number', 'name'],
  contacts: ['account-number', 'email', 'given-name', 'family-name'],
  products: ['product-code', 'product-name', 'price'],
  categories: ['category', 'place'],
  'price-lists': ['price-list', 'product-code', 'price'],
  prices: ['account-number', 'product-code', 'price'],
  targets: ['username', 'month', 'target'],
  visits: ['username', 'account-number', 'date'],
}
