import {
  addressApproval,
  contactAddressChange,
  type NewAddress,
  newAddress,
} from '../../../shared/contract/addresses.ts'
import { contactId } from '../../../shared/contract/retailers.ts'
import { done } from '../../../shared/contract/users.ts'
import { afterChangeWords } from '../../entry/recovery/address-words.ts'
import { namingWords } from '../../people/accounts/username-words.ts'
import { administratorOf, authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { ChangeContactAddress } from './change-contact-address.ts'
import type { ReadContact } from './read-contact.ts'

type Administrator = ReturnType<typeof authorityOf>

type Needs = {
  readContact: ReadContact
  changeContactAddress: ChangeContactAddress
  /** The action of the users: one rule for every account. */
  readNewAddress: (asked: { accountId: string; by: { accountId: string } }) => Promise<NewAddress>
  approveAddress: (command: {
    accountId: string
    changeId: string
    authority: Administrator
  }) => Promise<AddressApproved>
}

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayChange = { right: { module: 'retailers', access: 'write', isSensitive: true } } as const

/** Routes for the address that receives a contact's mail, and for the username that the contact signs in with. */
export function contactAddressesRoutes(api: Http, needs: Needs): void {
  const answers = { 200: done, ...refusals }
  const changing = {
    summary: 'Change email address and username of the contact',
    params: contactId,
    response: answers,
  }
  api.post(
    '/contacts/:id/address',
    { config: mayChange, schema: { ...changing, body: contactAddressChange } },
    async (request, reply) => {
      const accountId = request.params.id
      const before = await needs.readContact(accountId)
      if (!before) return refuse(reply, 'unknown-contact')
      const changed = await needs.changeContactAddress({ ...request.body, accountId, authority: authorityOf(request) })
      const { kind } = changed
      if (kind === 'unchanged') return { kind, text: 'Email address and username are unchanged.' }
      const exactly = 'refusal' in changed ? namingWords(changed) : undefined
      if (kind !== 'changed') return refuse(reply, kind, exactly)
      const told = `Email address and username of ${before.fullName} are saved, and the old address is notified.`
      return { kind, text: `${told}${afterChangeWords(changed.wait)}` }
    },
  )

  const reading = { summary: 'Read the pending address, if there is one', params: contactId }
  api.get(
    '/contacts/:id/new-address',
    { config: mayRead, schema: { ...reading, response: { 200: newAddress, ...refusals } } },
    async (request, reply) => {
      const accountId = request.params.id
      if (!(await needs.readContact(accountId))) return refuse(reply, 'unknown-contact')
      return needs.readNewAddress({ accountId, by: administratorOf(request) })
    },
  )

  const approving = { summary: 'Approve a new address as a second administrator', params: contactId }
  api.post(
    '/contacts/:id/approve-address',
    { config: mayChange, schema: { ...approving, body: addressApproval, response: answers } },
    async (request, reply) => {
      const accountId = request.params.id
      if (!(await needs.readContact(accountId))) return refuse(reply, 'unknown-contact')
      const approved = await needs.approveAddress({ ...request.body, accountId, authority: authorityOf(request) })
      return approved.kind === 'approved'
        ? { kind: approved.kind, text: `${approved.address} is approved: password reset emails go there now.` }
        : refuse(reply, approved.kind)
    },
  )
}

type AddressApproved =
  | { kind: 'approved'; address: string }
  | { kind: 'nothing-waits' | 'changed-again' | 'above-you' | 'own-change' | 'too-new' }
