import type { FastifyReply, FastifyRequest } from 'fastify'
import { handInAnswer, handInBody, notSignedIn } from '../../../shared/contract/app.ts'
import { refusals } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { FormerDevice } from './find-former-device.ts'
import type { SyncActions } from './sync.actions.ts'

type Needs = SyncActions

const bodyLimit = 2 * 1024 * 1024

/** Routes for a device whose sign-in has ended: its key proves which device it is, and it can do nothing else. */
export function handInRoutes(api: Http, needs: Needs): void {
  const schema = {
    summary: "Hand in a released device's unsent items after its person can no longer sign in",
    body: handInBody,
    response: { 200: handInAnswer, ...refusals, 401: notSignedIn },
  }
  // Runs before the body is read, so that other clients can't send megabytes.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await needs.findFormerDevice(askingOf(request))
    if (found.kind === 'unknown') return reply.code(401).send(unknown)
    if (found.kind === 'use-nonce') {
      reply.header('dpop-nonce', found.nonce).header('www-authenticate', 'DPoP error="use_dpop_nonce", algs="ES256"')
      return reply.code(401).send(unknown)
    }
    if (found.nextNonce !== undefined) reply.header('dpop-nonce', found.nextNonce)
    devices.set(request, found.device)
    return undefined
  }
  const config = { right: 'nothing', judgesItems: true } as const
  const devices = new WeakMap<FastifyRequest, FormerDevice>()
  api.post('/app/hand-in', { config, schema, bodyLimit, onRequest }, async request => {
    const device = devices.get(request)
    if (!device) throw new Error('The device was not looked for')
    return needs.handInItems({ device, handIn: request.body })
  })
}

function askingOf({ headers, method, originalUrl }: FastifyRequest) {
  const { authorization, dpop } = headers
  const [path = ''] = originalUrl.split('?')
  return { authorization, proof: typeof dpop === 'string' ? dpop : undefined, method, path }
}

const unknown = {
  problem: {
    status: 401,
    kind: 'unknown-device',
    title: 'This device is unknown',
    text: 'Sign in to send its unsent items.',
  },
}
