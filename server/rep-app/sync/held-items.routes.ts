import { heldItemId, heldPage, heldQuery, waitingDevices } from '../../../shared/contract/held-items.ts'
import { done, userId } from '../../../shared/contract/users.ts'
import type { FindUsername } from '../../office/users/find-username.ts'
import { createOnUser } from '../../office/users/on-user.routes.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { SyncActions } from './sync.actions.ts'

type Needs = SyncActions & { findUsername: FindUsername }

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayDecide = { right: { module: 'retailers', access: 'write' } } as const
/** Admits a device without a sign-in, but only to hand in. */
const mayRelease = { right: { module: 'retailers', access: 'write', isSensitive: true } } as const

/** Routes for items that the server did not accept, and for items that are still unsent on devices. */
export function heldItemsRoutes(api: Http, needs: Needs): void {
  const listing = {
    summary: 'List rejected, discarded and handed-in items, newest first',
    querystring: heldQuery,
    response: { 200: heldPage, ...refusals },
  }
  api.get('/held-items', { config: mayRead, schema: listing }, request => needs.listHeldItems(request.query))

  const waiting = {
    summary: 'List devices with unsent items, oldest first',
    response: { 200: waitingDevices, ...refusals },
  }
  api.get('/waiting-devices', { config: mayRead, schema: waiting }, () => needs.listWaitingDevices())

  const decision = (summary: string) => ({ summary, params: heldItemId, response: { 200: done, ...refusals } })
  const accepting = decision('Accept a handed-in item as an order of the person who captured it')
  api.post('/held-items/:id/accept', { config: mayDecide, schema: accepting }, async (request, reply) => {
    const accepted = await needs.acceptHeldItem({ id: request.params.id, authority: authorityOf(request) })
    if (accepted.kind !== 'accepted') return refuse(reply, accepted.kind)
    return {
      kind: accepted.kind,
      text: accepted.number === null ? 'The item is accepted.' : `The item is accepted as ${accepted.number}.`,
    }
  })

  const dismissing = decision('Dismiss a handed-in item, which stays on the server')
  api.post('/held-items/:id/dismiss', { config: mayDecide, schema: dismissing }, async (request, reply) => {
    const { kind } = await needs.dismissHeldItem({ id: request.params.id, authority: authorityOf(request) })
    return kind === 'dismissed'
      ? { kind, text: 'The item is dismissed. The server keeps a copy.' }
      : refuse(reply, kind)
  })

  const onUser = createOnUser(needs)
  const releasing = {
    summary: "Let a person's devices hand in their unsent items once, for a later decision",
    params: userId,
    response: { 200: done, ...refusals },
  }
  api.post('/users/:id/release-orders', { config: mayRelease, schema: releasing }, (request, reply) =>
    onUser(request, reply, async given => {
      const { kind } = await needs.releaseOrders(given)
      if (kind !== 'released') return kind
      return { kind, text: `The unsent items of ${given.username} are handed in as soon as the device is online.` }
    }),
  )
}
