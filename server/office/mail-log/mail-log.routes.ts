import {
  clearedAddress,
  failingList,
  mailHealth,
  mailId,
  mailPage,
  mailQuery,
  oneMail,
  senderChecks,
  testMailOrder,
  testMailQueued,
} from '../../../shared/contract/mail.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { addressWords } from '../../platform/names/address-words.ts'
import type { MailLogActions } from './mail-log.actions.ts'

type Needs = MailLogActions

const mayRead = { right: { module: 'mail', access: 'read' } } as const
const mayWrite = { right: { module: 'mail', access: 'write' } } as const

export function mailLogRoutes(api: Http, needs: Needs): void {
  const reading = <Shape>(summary: string, shape: Shape) => ({ summary, response: { 200: shape, ...refusals } })

  const listing = {
    ...reading('List the emails with their delivery state, newest first', mailPage),
    querystring: mailQuery,
  }
  api.get('/mail', { config: mayRead, schema: listing }, request => needs.listMail(request.query))

  api.get(
    '/mail/standing',
    {
      config: mayRead,
      schema: reading('Read how late the email queue is and how many people email fails to reach', mailHealth),
    },
    () => needs.readMailHealth(),
  )

  api.get(
    '/mail/failing',
    { config: mayRead, schema: reading('List the addresses that email bounces from, latest first', failingList) },
    () => needs.listFailing(),
  )

  api.get(
    '/mail/sender',
    { config: mayRead, schema: reading("Check the sender's DNS records: SPF, DKIM and DMARC", senderChecks) },
    () => needs.checkSender(),
  )

  const one = { ...reading('Read the delivery state of one email', oneMail), params: mailId }
  api.get('/mail/:id', { config: mayRead, schema: one }, async (request, reply) => {
    const message = await needs.readMessage(request.params.id)
    return message ?? refuse(reply, 'no-such-mail')
  })

  mailOrders(api, needs)
}

function mailOrders(api: Http, needs: Needs): void {
  const testing = { summary: 'Send a test email', body: testMailOrder, response: { 200: testMailQueued, ...refusals } }
  api.post('/mail/test', { config: mayWrite, schema: testing }, async (request, reply) => {
    const queued = await needs.sendTestMail({ to: request.body.to, authority: authorityOf(request) })
    if (queued.kind === 'bad-address') return refuse(reply, queued.kind, addressWords(queued.refusal))
    if (queued.kind !== 'queued') return refuse(reply, queued.kind)
    return { kind: queued.kind, id: queued.id, text: `A test email to ${queued.recipient} is on its way.` }
  })

  const retrying = { summary: 'Send an email again', params: mailId, response: { 200: done, ...refusals } }
  api.post('/mail/:id/retry', { config: mayWrite, schema: retrying }, async (request, reply) => {
    const retried = await needs.retryMail({ id: request.params.id, authority: authorityOf(request) })
    if (retried.kind !== 'retried') return refuse(reply, retried.kind)
    return { kind: retried.kind, text: `The email to ${retried.recipient} is on its way again.` }
  })

  const clearing = {
    summary: 'Mark an address as working again',
    body: clearedAddress,
    response: { 200: done, ...refusals },
  }
  api.post('/mail/failing/clear', { config: mayWrite, schema: clearing }, async request => {
    const { address } = request.body
    const { kind } = await needs.clearFailing({ address, authority: authorityOf(request) })
    return {
      kind,
      text:
        kind === 'cleared'
          ? `The address ${address} is marked as working again.`
          : `No email to ${address} has bounced.`,
    }
  })
}
