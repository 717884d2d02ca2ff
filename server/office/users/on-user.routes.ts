import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { userId } from '../../../shared/contract/users.ts'
import { authorityOf, refuse } from '../../platform/api/admin-api.routes.ts'
import type { ApiProblem } from '../../platform/api/api-problems.ts'
import type { FindUsername } from './find-username.ts'

export type CommandAnswer = { kind: string; text: string } | { refused: ApiProblem; text: string } | ApiProblem
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
    const answered = await run({ accountId, authority: authorityOf(request), username })
    if (typeof answered === 'string') return refuse(reply, answered)
    return 'refused' in answered ? refuse(reply, answered.refused, answered.text) : reply.send(answered)
  }
}
