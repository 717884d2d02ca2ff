import {
  added,
  csvFile,
  done,
  newUser,
  userChange,
  userDetails,
  userId,
  userPage,
  userQuery,
} from '../../../shared/contract/users.ts'
import { invitationAnswer, resetAnswer } from '../../entry/recovery/reset-answers.ts'
import { namingWords } from '../../people/accounts/username-words.ts'
import { administratorOf, authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { addressWords } from '../../platform/names/address-words.ts'
import { createOnUser } from './on-user.routes.ts'
import type { UserActions } from './users.actions.ts'

type Needs = UserActions

const mayRead = { right: { module: 'users', access: 'read' } } as const
const mayWrite = { right: { module: 'users', access: 'write' } } as const
const mayChange = { right: { module: 'users', access: 'write', isSensitive: true } } as const

const command = (summary: string) => ({ summary, params: userId, response: { 200: done, ...refusals } })

export function usersRoutes(api: Http, needs: Needs): void {
  const listing = {
    summary: 'Find users, a page at a time',
    querystring: userQuery,
    response: { 200: userPage, ...refusals },
  }
  api.get('/users', { config: mayRead, schema: listing }, request => needs.listUsers(request.query))

  const exporting = {
    summary: 'Download the complete search of the list as a file',
    querystring: userQuery,
    produces: ['text/csv'],
  }
  const file = { 200: csvFile, ...refusals }
  api.get('/users/export', { config: mayRead, schema: { ...exporting, response: file } }, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="users.csv"')
      .send(await needs.exportUsers(request.query)),
  )

  const adding = { summary: 'Add a user, with a licence', body: newUser, response: { 200: added, ...refusals } }
  api.post('/users', { config: mayChange, schema: adding }, async (request, reply) => {
    const user = request.body
    const answered = await needs.addUser({ user, authority: authorityOf(request) })
    if (answered.kind === 'added')
      return { kind: answered.kind, id: answered.accountId, text: `${user.username} is added.` }
    const exactly = 'refusal' in answered ? namingWords(answered) : undefined
    return refuse(reply, answered.kind, exactly)
  })

  const reading = { summary: 'Read one user and the recent events of the account', params: userId }
  api.get(
    '/users/:id',
    { config: mayRead, schema: { ...reading, response: { 200: userDetails, ...refusals } } },
    async (request, reply) => {
      const user = await needs.readUser({ accountId: request.params.id, by: administratorOf(request) })
      return user ?? refuse(reply, 'no-such-user')
    },
  )

  userCommandRoutes(api, needs)
}

function userCommandRoutes(api: Http, needs: Needs): void {
  const onUser = createOnUser(needs)

  api.post(
    '/users/:id/password-reset',
    { config: mayWrite, schema: command('Send the password reset email') },
    (request, reply) =>
      onUser(request, reply, async given => resetAnswer(await needs.sendPasswordReset(given), given.username)),
  )

  api.post(
    '/users/:id/invitation',
    { config: mayWrite, schema: command('Send the invitation to choose a password') },
    (request, reply) =>
      onUser(request, reply, async given => invitationAnswer(await needs.sendInvitation(given), given.username)),
  )

  api.post(
    '/users/:id/deactivate',
    { config: mayChange, schema: command('Close the account, and end its sessions and resets') },
    (request, reply) =>
      onUser(request, reply, async given => {
        const closed = await needs.deactivateUser(given)
        const { kind } = closed
        if (kind === 'was-inactive') return { kind, text: `${given.username} was already deactivated.` }
        if (kind !== 'deactivated') return kind
        return { kind, text: `${given.username} is deactivated. Sessions ended: ${closed.sessionsEnded}.` }
      }),
  )

  api.post(
    '/users/:id',
    { config: mayChange, schema: { ...command('Change the details of the user'), body: userChange } },
    (request, reply) =>
      onUser(request, reply, async given => {
        const changed = await needs.changeUser({ ...given, change: request.body })
        const { kind } = changed
        if (kind === 'bad-address') return { refused: kind, text: addressWords(changed.refusal) }
        return kind === 'changed' ? { kind, text: `${given.username} is saved.` } : kind
      }),
  )

  api.post(
    '/users/:id/mark-compromised',
    { config: mayChange, schema: command('Mark the account as compromised: only a reset lets the user back in') },
    (request, reply) =>
      onUser(request, reply, async given => {
        const { kind } = await needs.markUserCompromised(given)
        return kind === 'marked' ? { kind, text: `${given.username} has to reset the password now.` } : kind
      }),
  )

  api.post(
    '/users/:id/reactivate',
    { config: mayChange, schema: command('Reactivate the account') },
    (request, reply) =>
      onUser(request, reply, async given => {
        const { kind } = await needs.reactivateUser(given)
        if (kind === 'above-you' || kind === 'no-licence') return kind
        return { kind, text: `${given.username} can sign in again.` }
      }),
  )

  api.post(
    '/users/:id/end-sessions',
    { config: mayChange, schema: command('Sign the user out everywhere') },
    (request, reply) =>
      onUser(request, reply, async given => {
        const ended = await needs.endUserSessions(given)
        if (ended.kind === 'above-you') return ended.kind
        return { kind: ended.kind, text: `${given.username} is signed out. Sessions ended: ${ended.sessionsEnded}.` }
      }),
  )
}
