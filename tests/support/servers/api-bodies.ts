import { randomUUID } from 'node:crypto'
import { type ImportKind, importKinds } from '../../../shared/contract/import-lists.ts'
import { noRights } from '../../../shared/contract/rights.ts'
import { fileOf } from '../people/imports.ts'
import { quotedCents } from '../people/office-orders.ts'
import { makePng } from '../people/png.ts'

/** One pixel, as a PNG. */
export const smallPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const lowTax = { id: 'low', name: 'Low rate', rateBasisPoints: 500 }
export const office = '10.1.0.0/24'

/** A provider that the next request removes. */
export const removable = '6f1c1f5e-6c57-4c7b-9a39-1f0f5d1f6d01'

export const companyDraft = (id: string) => ({
  id,
  name: 'A company',
  issuer: `https://${id}.invalid`,
  clientId: 'fieldkey',
  secret: 'a client secret',
  domains: ['unused.example'],
  audiences: ['device' as const],
  isOnlyWay: false,
  countsAsBothSteps: false,
  creates: null,
})

export const kindOf = (route: string) => importKinds.find(kind => route.includes(`/imports/${kind}`))

export const newFile = (kind: ImportKind) => fileOf(kind, { key: randomUUID(), accountNumber: 'HV1001' })

type Needs = { retailerOfAll: string; productBodyOf: (route: string) => object | undefined }

/** The body of an allowed request, by its route. */
export function createApiBodies({ retailerOfAll, productBodyOf }: Needs) {
  let clients = 0
  let added = 0

  function newClient() {
    clients += 1
    const redirectUris = ['https://app.example/back']
    return {
      id: `app-${clients}`,
      name: 'An app',
      redirectUris,
      admits: ['scan' as const],
      startUrl: null,
      kind: 'secret' as const,
    }
  }

  function bodyOf(route: string, changeId: string): object {
    if (route === 'POST /api/clients') return newClient()
    const product = productBodyOf(route)
    if (product) return product
    const kind = kindOf(route)
    if (kind && route.endsWith('/run')) return { scope: 'all', invitations: 'later' }
    if (kind && route.endsWith('/check'))
      return { fields: neededOf[kind], existing: 'leave', territories: 'refuse', userType: 'device' }
    if (kind) return {}
    if (route === 'POST /api/invitation-rounds') return { id: randomUUID(), contacts: { filter: { search: 'fern' } } }
    if (route === 'POST /api/orders/status') return { ids: [randomUUID()], status: 'confirmed' }
    if (route === 'POST /api/settings/tax-classes') return lowTax
    if (route === 'POST /api/settings/tax-classes/remove') return { id: lowTax.id }
    if (route === 'POST /api/orders/{id}/note') return { note: 'Delivered to the back door.' }
    if (route === 'POST /api/orders/{id}/order') return { totalCents: quotedCents }
    if (route === 'POST /api/settings') return { contactLine: `Ask ${randomUUID()}.` }
    if (route === 'POST /api/settings/company-sign-in') return companyDraft(randomUUID())
    if (route === 'POST /api/settings/company-sign-in/remove') return { id: removable }
    if (route === 'POST /api/settings/second-step')
      return { audience: 'contact', rule: 'offered', graceDays: 14, trustsBrowsers: true }
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

  return { newClient, bodyOf }
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
  orders: ['item-id', 'item-type', 'captured-at', 'username', 'account-number', 'note'],
}
