import { addressApproval, newAddress, usernameChange } from '../../../shared/contract/addresses.ts'
import { done, userId } from '../../../shared/contract/users.ts'
import { afterChangeWords } from '../../entry/recovery/address-words.ts'
import { usernameWords } from '../../people/accounts/username-words.ts'
import { administratorOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { createOnUser } from './on-user.routes.ts'
import type { UserActions } from './users.actions.ts'

type Needs = UserActions

const mayRead = { right: { module: 'users', access: 'read' } } as const
const mayChange = { right: { module: 'users', access: 'write', isSensitive: true } } as const

const command = (summary: string) => ({ summary, params: userId, response: { 200: done, ...refusals } })

/** Routes for a user's username, which is also the mail address. */
export function userAddressesRoutes(api: Http, needs: Needs): void {
  const onUser = createOnUser(needs)

  api.post(
    '/users/:id/username',
    { config: mayChange, schema: { ...command('Give the user another username'), body: usernameChange } },
    (request, reply) =>
      onUser(request, reply, async given => {
        const { username } = request.body
        const changed = await needs.changeUsername({ ...given, username })
        const { kind } = changed
        if (kind === 'bad-username') return { refused: kind, text: usernameWords(changed.refusal) }
        if (kind === 'unchanged') return { kind, text: `The username is already ${username}.` }
        if (kind !== 'changed') return kind
        const told = `${given.username} is now ${username}. Both addresses are notified.`
        return { kind, text: `${told}${afterChangeWords(changed.wait)}` }
      }),
  )

  const reading = { summary: 'Read the pending address, if there is one', params: userId }
  api.get(
    '/users/:id/new-address',
    { config: mayRead, schema: { ...reading, response: { 200: newAddress, ...refusals } } },
    async (request, reply) => {
      const accountId = request.params.id
      if ((await needs.findUsername(accountId)) === undefined) return refuse(reply, 'no-such-user')
      return needs.readNewAddress({ accountId, by: administratorOf(request) })
    },
  )

  const approving = { ...command('Approve a new address as a second administrator'), body: addressApproval }
  api.post('/users/:id/approve-address', { config: mayChange, schema: approving }, (request, reply) =>
    onUser(request, reply, async given => {
      const approved = await needs.approveAddress({ ...given, ...request.body })
      const { kind } = approved
      return kind === 'approved'
        ? { kind, text: `${approved.address} is approved: password reset emails go there now.` }
        : kind
    }),
  )
}
