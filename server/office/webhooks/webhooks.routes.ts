import { done } from '../../../shared/contract/users.ts'
import {
  deliveryToSend,
  eventsOfWebhook,
  newWebhook,
  webhookAdded,
  webhookDetails,
  webhookId,
  webhookList,
} from '../../../shared/contract/webhooks.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { WebhookActions } from './webhooks.actions.ts'

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayWrite = { right: { module: 'settings', access: 'write' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const
const answers = { 200: done, ...refusals }

/** Where events go. A secret is in the answer that adds it, and in no other. */
export function webhooksRoutes(api: Http, needs: WebhookActions): void {
  const listing = { summary: 'The webhooks', response: { 200: webhookList, ...refusals } }
  api.get('/webhooks', { config: mayRead, schema: listing }, () => needs.listWebhooks())

  const reading = {
    summary: 'A webhook and its log',
    params: webhookId,
    response: { 200: webhookDetails, ...refusals },
  }
  api.get('/webhooks/:id', { config: mayRead, schema: reading }, async (request, reply) => {
    const found = await needs.readWebhook(request.params.id)
    return found ?? refuse(reply, 'no-such-webhook')
  })

  const adding = { summary: 'Add a webhook', body: newWebhook, response: { 200: webhookAdded, ...refusals } }
  api.post('/webhooks', { config: mayChange, schema: adding }, async (request, reply) => {
    const added = await needs.addWebhook({ webhook: request.body, authority: authorityOf(request) })
    if (added.kind !== 'added') return refuse(reply, added.kind, added.text)
    const { host, ...answer } = added
    return { ...answer, text: `Events are sent to ${host} now.` }
  })

  const sendingAgain = { summary: 'Send an event again', params: webhookId, body: deliveryToSend, response: answers }
  api.post('/webhooks/:id/send-again', { config: mayWrite, schema: sendingAgain }, async (request, reply) => {
    const command = {
      ...request.params,
      ...request.body,
      change: 'send-again',
      authority: authorityOf(request),
    } as const
    const { kind } = await needs.changeWebhook(command)
    return kind === 'done' ? { kind, text: 'The event is sent again.' } : refuse(reply, kind)
  })

  const choosing = {
    summary: 'Choose which events it gets',
    params: webhookId,
    body: eventsOfWebhook,
    response: answers,
  }
  api.post('/webhooks/:id/events', { config: mayChange, schema: choosing }, async (request, reply) => {
    const { events } = request.body
    const command = { ...request.params, change: 'events', events, authority: authorityOf(request) } as const
    const { kind } = await needs.changeWebhook(command)
    return kind === 'done' ? { kind, text: 'The events are saved.' } : refuse(reply, kind)
  })

  changeRoutes(api, needs)
}

const changes = {
  test: { summary: 'Send a test event', config: mayWrite, text: 'A test event is sent.' },
  disable: { summary: 'Stop sending events', config: mayWrite, text: 'No more events are sent.' },
  enable: { summary: 'Send events again', config: mayWrite, text: 'Events are sent again.' },
  remove: { summary: 'Remove a webhook and its log', config: mayChange, text: 'The webhook was removed.' },
} as const

function changeRoutes(api: Http, { changeWebhook }: Pick<WebhookActions, 'changeWebhook'>): void {
  for (const change of ['test', 'disable', 'enable', 'remove'] as const) {
    const { summary, config, text } = changes[change]
    const schema = { summary, params: webhookId, response: answers }
    api.post(`/webhooks/:id/${change}`, { config, schema }, async (request, reply) => {
      const { kind } = await changeWebhook({ ...request.params, change, authority: authorityOf(request) })
      return kind === 'done' ? { kind, text } : refuse(reply, kind)
    })
  }
}
