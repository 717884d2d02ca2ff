import { Readable } from 'node:stream'
import {
  auditAcknowledgement,
  auditChain,
  auditFile,
  auditFilter,
  auditPage,
  auditPeople,
  auditPeopleQuery,
  auditQuery,
} from '../../../shared/contract/audit.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { AcknowledgeFindings } from '../../platform/audit/acknowledge-findings.ts'
import type { Http } from '../../platform/http/create-http.ts'
import type { AuditLogActions } from './audit-log.actions.ts'

type Needs = AuditLogActions & { acknowledgeFindings: AcknowledgeFindings }

const mayAcknowledge = { right: { module: 'audit', access: 'write', isSensitive: true } } as const
const config = { right: { module: 'audit', access: 'read' } } as const

export function auditLogRoutes(api: Http, needs: Needs): void {
  const listing = {
    summary: 'Who did what to whom, the newest first',
    querystring: auditQuery,
    response: { 200: auditPage, ...refusals },
  }
  api.get('/audit', { config, schema: listing }, request => needs.listAudit(request.query))

  const chain = { summary: 'How far the audit is sealed and verified', response: { 200: auditChain, ...refusals } }
  api.get('/audit/chain', { config, schema: chain }, () => needs.readChain())

  const acknowledging = {
    summary: 'Acknowledge what the check of the audit found, with a reason that is sealed',
    body: auditAcknowledgement,
    response: { 200: done, ...refusals },
  }
  api.post('/audit/acknowledge', { config: mayAcknowledge, schema: acknowledging }, async (request, reply) => {
    const { reason } = request.body
    const { kind } = await needs.acknowledgeFindings({ reason, by: authorityOf(request) })
    if (kind !== 'acknowledged') return refuse(reply, kind)
    return { kind, text: 'Acknowledged. The reason is in the audit, and later findings are reported again.' }
  })

  const people = {
    summary: 'Accounts whose rows may be asked for, by parts of username and name',
    querystring: auditPeopleQuery,
    response: { 200: auditPeople, ...refusals },
  }
  api.get('/audit/people', { config, schema: people }, request => needs.findPeople(request.query))

  // An order and no question: that somebody took a file is written down.
  const exporting = { summary: 'The rows of a question as a file', body: auditFilter, produces: ['text/csv'] }
  const schema = { ...exporting, response: { 200: auditFile, ...refusals } }
  api.post('/audit/export', { config, schema }, async (request, reply) => {
    const lines = await needs.exportAudit({ filter: request.body, authority: authorityOf(request) })
    // The shape of the answer is a text, which arrives here piece by piece.
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(Readable.from(lines) as never)
  })
}
