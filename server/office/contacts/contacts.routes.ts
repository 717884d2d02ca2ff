import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type ContactPage, type ContactQuery, contactPage, contactQuery } from '../../../shared/contract/contacts.ts'
import {
  type ContactSummary,
  contactChange,
  contactDetails,
  contactId,
  newContact,
} from '../../../shared/contract/retailers.ts'
import { added, done } from '../../../shared/contract/users.ts'
import type { ResetAsked } from '../../entry/recovery/request-reset.ts'
import { invitationAnswer, resetAnswer } from '../../entry/recovery/reset-answers.ts'
import type { RemoveFactors } from '../../entry/second-step/remove-factors.ts'
import { namingWords } from '../../people/accounts/username-words.ts'
import type { UnlockAccount } from '../../people/diagnosis/unlock-account.ts'
import { answerCommand, authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { CommandAnswer } from '../../platform/api/api-problems.ts'
import type { Http } from '../../platform/http/http.ts'
import type { AddContact } from './add-contact.ts'
import type { ChangeContact } from './change-contact.ts'
import type { FindContact } from './find-contact.ts'
import type { ReadContact } from './read-contact.ts'
import type { RestoreAccess } from './restore-access.ts'
import type { WithdrawAccess } from './withdraw-access.ts'

type Command = { accountId: string; authority: ReturnType<typeof authorityOf> }

type Needs = {
  listContacts: (query: ContactQuery) => Promise<ContactPage>
  readContact: ReadContact
  findContact: FindContact
  addContact: AddContact
  changeContact: ChangeContact
  withdrawAccess: WithdrawAccess
  restoreAccess: RestoreAccess
  unlockAccount: UnlockAccount
  removeFactors: RemoveFactors
  /** The action of the users: one rule for every account. */
  sendPasswordReset: (command: Command) => Promise<ResetAsked | { kind: 'above-you' }>
  sendInvitation: (command: Command) => Promise<ResetAsked | { kind: 'above-you' }>
}

type ContactRequest = FastifyRequest & { params: z.infer<typeof contactId> }

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayWrite = { right: { module: 'retailers', access: 'write' } } as const
const mayChange = { right: { module: 'retailers', access: 'write', isSensitive: true } } as const

const command = (summary: string) => ({ summary, params: contactId, response: { 200: done, ...refusals } })

export function contactsRoutes(api: Http, needs: Needs): void {
  const listing = { summary: 'Find contacts of all retailers, a page at a time', querystring: contactQuery }
  api.get(
    '/contacts',
    { config: mayRead, schema: { ...listing, response: { 200: contactPage, ...refusals } } },
    request => needs.listContacts(request.query),
  )

  const reading = { summary: 'Read one contact', params: contactId, response: { 200: contactDetails, ...refusals } }
  api.get(
    '/contacts/:id',
    { config: mayRead, schema: reading },
    async (request, reply) => (await needs.readContact(request.params.id)) ?? refuse(reply, 'unknown-contact'),
  )

  const adding = { summary: 'Add a contact of a retailer', body: newContact, response: { 200: added, ...refusals } }
  api.post('/contacts', { config: mayChange, schema: adding }, async (request, reply) => {
    const contact = request.body
    const made = await needs.addContact({ contact, authority: authorityOf(request) })
    if (made.kind === 'added') return { ...made, text: `${contact.username} is added.` }
    return refuse(reply, made.kind, 'refusal' in made ? namingWords(made) : undefined)
  })

  /** Runs a command on an existing contact. A user is not a contact. */
  async function onContact(
    request: ContactRequest,
    reply: FastifyReply,
    run: (given: Command, contact: ContactSummary) => Promise<CommandAnswer>,
  ) {
    const contact = await needs.findContact(request.params.id)
    if (!contact) return refuse(reply, 'unknown-contact')
    return answerCommand(reply, await run({ accountId: contact.id, authority: authorityOf(request) }, contact))
  }

  api.post(
    '/contacts/:id',
    { config: mayWrite, schema: { ...command('Change the details of the contact'), body: contactChange } },
    (request, reply) =>
      onContact(request, reply, async (given, { username }) => {
        const { kind } = await needs.changeContact({ ...given, change: request.body })
        return kind === 'changed' ? { kind, text: `${username} is saved.` } : kind
      }),
  )

  api.post(
    '/contacts/:id/password-reset',
    { config: mayWrite, schema: command('Send the password reset email') },
    (request, reply) =>
      onContact(request, reply, async (given, { email }) => resetAnswer(await needs.sendPasswordReset(given), email)),
  )

  api.post(
    '/contacts/:id/invitation',
    { config: mayWrite, schema: command('Send the invitation to the website') },
    (request, reply) =>
      onContact(request, reply, async (given, { email }) => invitationAnswer(await needs.sendInvitation(given), email)),
  )

  api.post(
    '/contacts/:id/withdraw-access',
    { config: mayChange, schema: command('Withdraw the access of the contact, and end its sessions and resets') },
    (request, reply) =>
      onContact(request, reply, async (given, { username }) => {
        const gone = await needs.withdrawAccess(given)
        if (gone.kind === 'above-you') return gone.kind
        if (gone.kind === 'was-without') return { kind: gone.kind, text: `${username} had no website access.` }
        const text = `${username} can no longer sign in. Sessions ended: ${gone.sessionsEnded}.`
        return { kind: gone.kind, text }
      }),
  )

  api.post(
    '/contacts/:id/restore-access',
    { config: mayChange, schema: command('Restore the access of the contact, with the previous password') },
    (request, reply) =>
      onContact(request, reply, async (given, { username, status }) => {
        const { kind } = await needs.restoreAccess(given)
        if (kind === 'above-you') return kind
        const when = status === 'retailer-closed' ? 'again once the retailer is open' : 'again'
        return { kind, text: `${username} can sign in ${when}.` }
      }),
  )

  api.post(
    '/contacts/:id/unlock',
    { config: mayChange, schema: command('Unlock an account that an administrator or wrong passwords have locked') },
    (request, reply) =>
      onContact(request, reply, async (given, { username }) => {
        const { kind } = await needs.unlockAccount(given)
        return kind === 'above-you' ? kind : { kind, text: `${username} is unlocked, and failed attempts are cleared.` }
      }),
  )

  api.post(
    '/contacts/:id/remove-factors',
    { config: mayChange, schema: command('Remove the second step of a contact who lost it; the contact is told') },
    (request, reply) =>
      onContact(request, reply, async (given, { username }) => {
        const { kind } = await needs.removeFactors(given)
        if (kind === 'no-factors') return { kind, text: `${username} has no second step.` }
        return kind === 'removed' ? { kind, text: `The second step of ${username} is removed.` } : kind
      }),
  )
}
