import { done, userId } from '../../../shared/contract/users.ts'
import type { RemoveFactors } from '../../entry/second-step/remove-factors.ts'
import type { UnlockAccount } from '../../people/diagnosis/unlock-account.ts'
import { refusals } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { createOnUser } from './on-user.routes.ts'
import type { UserActions } from './users.actions.ts'

type Needs = UserActions & { unlockAccount: UnlockAccount; removeFactors: RemoveFactors }

const config = { right: { module: 'users', access: 'write', isSensitive: true } } as const
const command = (summary: string) => ({ summary, params: userId, response: { 200: done, ...refusals } })

/** Routes that lock a user, and unlock one whom an administrator or guessing has locked. */
export function userLocksRoutes(api: Http, needs: Needs): void {
  const onUser = createOnUser(needs)

  const locking = command('Lock the user out until an administrator unlocks, and end the sessions')
  api.post('/users/:id/lock', { config, schema: locking }, (request, reply) =>
    onUser(request, reply, async given => {
      const locked = await needs.lockUser(given)
      const { kind } = locked
      if (kind === 'was-locked') return { kind, text: `${given.username} was already locked.` }
      if (kind !== 'locked') return kind
      return { kind, text: `${given.username} is locked. Sessions ended: ${locked.sessionsEnded}.` }
    }),
  )

  const unlocking = command('Unlock an account that an administrator or wrong passwords have locked')
  api.post('/users/:id/unlock', { config, schema: unlocking }, (request, reply) =>
    onUser(request, reply, async given => {
      const { kind } = await needs.unlockAccount(given)
      return kind === 'unlocked'
        ? { kind, text: `${given.username} is unlocked, and failed attempts are cleared.` }
        : kind
    }),
  )

  const removing = command('Remove the second step of a user who lost it; the user is told')
  api.post('/users/:id/remove-factors', { config, schema: removing }, (request, reply) =>
    onUser(request, reply, async given => {
      const { kind } = await needs.removeFactors(given)
      if (kind === 'no-factors') return { kind, text: `${given.username} has no second step.` }
      return kind === 'removed' ? { kind, text: `The second step of ${given.username} is removed.` } : kind
    }),
  )
}
