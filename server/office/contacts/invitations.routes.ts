import {
  invitationPeople,
  invitationPeopleQuery,
  invitationRound,
  invitationRoundId,
  invitationRounds,
  invitationRoundsQuery,
  newInvitationRound,
} from '../../../shared/contract/invitation-rounds.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { ContactActions } from './contacts.actions.ts'

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayWrite = { right: { module: 'retailers', access: 'write' } } as const

/** Routes for inviting many contacts together: the preview, the sending and the result of each person. */
export function invitationsRoutes(api: Http, needs: ContactActions): void {
  const listing = { summary: 'List invitations of many contacts, newest first', querystring: invitationRoundsQuery }
  api.get(
    '/invitation-rounds',
    { config: mayRead, schema: { ...listing, response: { 200: invitationRounds, ...refusals } } },
    request => needs.listInvitationRounds(request.query),
  )

  const preparing = { summary: 'Prepare invitations: who would get one, and who would not and why' }
  api.post(
    '/invitation-rounds',
    {
      config: mayWrite,
      schema: { ...preparing, body: newInvitationRound, response: { 200: invitationRound, ...refusals } },
    },
    async (request, reply) => {
      await needs.prepareInvitations({ round: request.body, authority: authorityOf(request) })
      return (await needs.readInvitations(request.body.id)) ?? refuse(reply, 'no-such-round')
    },
  )

  const reading = { summary: 'Read prepared or sent invitations', params: invitationRoundId }
  api.get(
    '/invitation-rounds/:id',
    { config: mayRead, schema: { ...reading, response: { 200: invitationRound, ...refusals } } },
    async (request, reply) => (await needs.readInvitations(request.params.id)) ?? refuse(reply, 'no-such-round'),
  )

  const people = { summary: 'List the people, each with the outcome', params: invitationRoundId }
  api.get(
    '/invitation-rounds/:id/people',
    {
      config: mayRead,
      schema: { ...people, querystring: invitationPeopleQuery, response: { 200: invitationPeople, ...refusals } },
    },
    request => needs.listInvitationPeople({ ...request.query, roundId: request.params.id }),
  )

  const command = (summary: string) => ({ summary, params: invitationRoundId, response: { 200: done, ...refusals } })
  api.post(
    '/invitation-rounds/:id/send',
    { config: mayWrite, schema: command('Send the prepared invitations, once') },
    async (request, reply) => {
      const sent = await needs.sendInvitations({ id: request.params.id, authority: authorityOf(request) })
      if (sent.kind === 'no-such-round') return refuse(reply, sent.kind)
      if (sent.kind === 'sent-before') return { kind: sent.kind, text: 'They were sent before. Nothing more was sent.' }
      return { kind: sent.kind, text: `Invitations queued: ${sent.count}. Each email goes out in a few minutes.` }
    },
  )

  api.post(
    '/invitation-rounds/:id/stop',
    { config: mayWrite, schema: command('Stop sending. Queued emails still go out') },
    async (request, reply) => {
      const stopped = await needs.stopInvitations({ id: request.params.id, authority: authorityOf(request) })
      if (stopped.kind === 'no-such-round') return refuse(reply, stopped.kind)
      return { kind: stopped.kind, text: `Stopped. Not invited: ${stopped.count}.` }
    },
  )
}
