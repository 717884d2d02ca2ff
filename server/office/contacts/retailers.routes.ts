import {
  newRetailer,
  retailerChange,
  retailerChoices,
  retailerDetails,
  retailerId,
  retailerPage,
  retailerQuery,
} from '../../../shared/contract/retailers.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { RetailerChanged } from './change-retailer.ts'
import type { ContactActions } from './contacts.actions.ts'

type Needs = ContactActions

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayWrite = { right: { module: 'retailers', access: 'write' } } as const
/** Closing signs people out. */
const mayChange = { right: { module: 'retailers', access: 'write', isSensitive: true } } as const

export function retailersRoutes(api: Http, needs: Needs): void {
  const listing = { summary: 'Find retailers, a page at a time', querystring: retailerQuery }
  api.get(
    '/retailers',
    { config: mayRead, schema: { ...listing, response: { 200: retailerPage, ...refusals } } },
    request => needs.listRetailers(request.query),
  )

  const choosing = { summary: 'List types, grades, chains and price lists of retailers' }
  api.get(
    '/retailers/choices',
    { config: mayRead, schema: { ...choosing, response: { 200: retailerChoices, ...refusals } } },
    () => needs.listRetailerChoices(),
  )

  const reading = { summary: 'Read one retailer with its contacts', params: retailerId }
  api.get(
    '/retailers/:id',
    { config: mayRead, schema: { ...reading, response: { 200: retailerDetails, ...refusals } } },
    async (request, reply) => (await needs.readRetailer(request.params.id)) ?? refuse(reply, 'no-such-retailer'),
  )

  const adding = { summary: 'Add a retailer', body: newRetailer, response: { 200: added, ...refusals } }
  api.post('/retailers', { config: mayWrite, schema: adding }, async (request, reply) => {
    const retailer = request.body
    const made = await needs.addRetailer({ retailer, authority: authorityOf(request) })
    return made.kind === 'added' ? { ...made, text: `${retailer.name} is added.` } : refuse(reply, made.kind)
  })

  const changing = { summary: "Change a retailer's details", params: retailerId, body: retailerChange }
  api.post(
    '/retailers/:id',
    { config: mayChange, schema: { ...changing, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const { id } = request.params
      const changed = await needs.changeRetailer({ id, change: request.body, authority: authorityOf(request) })
      if (changed.kind !== 'changed') return refuse(reply, changed.kind)
      return { kind: changed.kind, text: `${request.body.name} is saved.${closingWords(changed)}` }
    },
  )
}

function closingWords({ closing }: Extract<RetailerChanged, { kind: 'changed' }>): string {
  if (!closing || closing.contacts === 0) return ''
  return ` None of its contacts can sign in until it is open again. Sessions ended: ${closing.sessionsEnded}.`
}
