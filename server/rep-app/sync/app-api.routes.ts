import { gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import {
  appPerson,
  collectionName,
  contactId,
  contactResetAnswer,
  discardAnswer,
  discardBody,
  heartbeatAnswer,
  heartbeatBody,
  notSignedIn,
  pulledPage,
  pullQuery,
  pushAnswer,
  pushBody,
} from '../../../shared/contract/app.ts'
import { refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { chooseEncoding } from '../../platform/http/encoding.ts'
import type { Http } from '../../platform/http/http.ts'
import type { PullResult } from './pull-rows.ts'
import { repOf } from './rep-door.routes.ts'
import type { SyncActions } from './sync.actions.ts'

type Needs = SyncActions

const config = { right: 'rep' } as const
const answers = { ...refusals, 401: notSignedIn }
/** Fifty orders of a hundred lines, with room to spare. */
const bodyLimit = 2 * 1024 * 1024

export function appApiRoutes(api: Http, needs: Needs): void {
  const me = { summary: 'Read who is signed in to the app', response: { 200: appPerson, ...answers } }
  api.get('/app/me', { config, schema: me }, request => needs.readMe(repOf(request)))

  const pulling = {
    summary: 'Read the changes of one collection',
    params: collectionName,
    querystring: pullQuery,
    response: { 200: pulledPage, ...answers },
  }
  api.get('/app/pull/:collection', { config, schema: pulling }, async (request, reply) => {
    const accountId = repOf(request).account.id
    const { collection } = request.params
    const { after, limit } = request.query
    const pulled = await needs.pullRows({ accountId, collection, after, limit })
    if (pulled.kind !== 'page') return refuse(reply, pulled.kind)
    const text = textOf(pulled)
    const answer: FastifyReply = reply
    answer.type('application/json; charset=utf-8')
    if (chooseEncoding(request.headers['accept-encoding']) === 'identity') return answer.send(text)
    return answer.header('content-encoding', 'gzip').send(gzipSync(text, { level: 1 }))
  })

  const pushing = {
    summary: 'Send captured items; each item gets its own answer',
    body: pushBody,
    response: { 200: pushAnswer, ...answers },
  }
  api.post('/app/push', { config: { ...config, judgesItems: true }, schema: pushing, bodyLimit }, request =>
    needs.pushItems({ accountId: repOf(request).account.id, ...request.body }),
  )

  const discarding = {
    summary: 'Discard a rejected item, which stays on the server',
    body: discardBody,
    response: { 200: discardAnswer, ...answers },
  }
  api.post('/app/discard', { config, schema: discarding }, async (request, reply) => {
    const discarded = await needs.discardItem({ id: request.body.id, accountId: repOf(request).account.id })
    return discarded.kind === 'kept-here' ? discarded : refuse(reply, discarded.kind)
  })

  const beating = {
    summary: 'Report the state of the device',
    body: heartbeatBody,
    response: { 200: heartbeatAnswer, ...answers },
  }
  api.post('/app/heartbeat', { config, schema: beating }, request => {
    const { account, thumbprint } = repOf(request)
    return needs.takeHeartbeat({ accountId: account.id, thumbprint, beat: request.body })
  })

  const resetting = {
    summary: 'Send a contact of your retailers the password reset email',
    params: contactId,
    response: { 200: contactResetAnswer, ...answers },
  }
  api.post('/app/contacts/:id/password-reset', { config, schema: resetting }, async (request, reply) => {
    const order = { repId: repOf(request).account.id, contactId: request.params.id, caller: callerOf(request) }
    const sent = await needs.sendContactReset(order)
    return sent.kind === 'sent' ? sent : refuse(reply, sent.kind)
  })
}

/** Rows come from the database as JSON texts and are sent unchanged. */
function textOf({ rows, removed, cursor, isComplete, total }: Extract<PullResult, { kind: 'page' }>): string {
  const rest = JSON.stringify({ removed, cursor, isComplete, total })
  return `{"rows":[${rows.join(',')}],${rest.slice(1)}`
}
