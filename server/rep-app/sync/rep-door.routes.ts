import type { FastifyReply, FastifyRequest } from 'fastify'
import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import type { createFindRep, Rep } from '../../entry/oidc/find-rep.ts'

declare module 'fastify' {
  interface FastifyRequest {
    rep: Rep | null
  }
}

/** Admits a rep's app by its token and DPoP proof, and rejects every other request (RFC 9449, 7.1). */
export function createRepDoor({ findRep }: { findRep: ReturnType<typeof createFindRep> }) {
  return async function admitRep(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const { authorization, dpop } = request.headers
    const [path = ''] = request.originalUrl.split('?')
    const proof = typeof dpop === 'string' ? dpop : undefined
    const found = await findRep({ authorization, proof, method: request.method, path })
    switch (found.kind) {
      case 'rep':
        request.rep = found.rep
        if (found.nextNonce !== undefined) reply.header('dpop-nonce', found.nextNonce)
        return undefined
      case 'ended':
        return reply.code(401).send(ended(found.reason))
      case 'use-nonce':
        reply.header('dpop-nonce', found.nonce).header('www-authenticate', challenge('use_dpop_nonce'))
        return reply.code(401).send(tryAgain)
      case 'no-token':
        reply.header('www-authenticate', challenge('invalid_token'))
        return reply.code(401).send(tryAgain)
    }
  }
}

/** The rep of an admitted request. Throws if the route doesn't require a rep. */
export function repOf({ rep }: FastifyRequest): Rep {
  if (!rep) throw new Error('The route does not ask for a rep')
  return rep
}

const challenge = (error: string) => `DPoP error="${error}", algs="ES256"`

const tryAgain = {
  problem: { status: 401, kind: 'token-needed', title: 'Not signed in', text: 'Sign in to the app to go on.' },
}

function ended(reason: EndReason) {
  const problem = {
    status: 401,
    kind: 'session-ended',
    title: 'Your sign-in has ended',
    text: 'Sign in again to go on.',
  }
  return { problem, reason }
}
