import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { userId } from '../../../shared/contract/users.ts'
import { answerCommand, authorityOf, refuse } from '../../platform/api/admin-api.routes.ts'
import type { CommandAnswer } from '../../platform/api/api-problems.ts'
import type { FindUsername } from './find-username.ts'

export type UserCommand = { accountId: string; authority: ReturnType<typeof authorityOf>; username: string }
type UserRequest = FastifyRequest & { params: z.infer<typeof userId> }

/** Runs a command on a user that exists. */
export function createOnUser({ findUsername }: { findUsername: FindUsername }) {
  return async function onUser(
    request: UserRequest,
    reply: FastifyReply,
    run: (given: UserCommand) => Promise<CommandAnswer>,
  ) {
    const accountId = request.params.id
    const username = await findUsername(accountId)
    if (username === undefined) return refuse(reply, 'no-such-user')
    return answerCommand(reply, await run({ accountId, authority: authorityOf(request), username }))
  }
}
