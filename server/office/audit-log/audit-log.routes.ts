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
import type { Http } from '../../platform/http/http.ts'
import type { AuditLogActions } from './audit-log.actions.ts'

type Needs = AuditLogActions & { acknowledgeFindings: AcknowledgeFindings }

const mayAcknowledge = { right: { module: 'audit', access: 'write', isSensitive: true } } as const
const config = { right: { module: 'audit', access: 'read' } } as const

export function auditLogRoutes(api: Http, needs: Needs): void {
  const listing = {
    summary: 'Read the audit log, newest first',
    querystring: auditQuery,
    response: { 200: auditPage, ...refusals },
  }
  api.get('/audit', { config, schema: listing }, request => needs.listAudit(request.query))

  const chain = { summary: 'Read how far the audit is sealed and verified', response: { 200: auditChain, ...refusals } }
  api.get('/audit/chain', { config, schema: chain }, () => needs.readChain())

  const acknowledging = {
    summary: 'Acknowledge the findings of the audit check, with a reason that is sealed',
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
    summary: 'Find accounts for the audit filter, by parts of username and name',
    querystring: auditPeopleQuery,
    response: { 200: auditPeople, ...refusals },
  }
  api.get('/audit/people', { config, schema: people }, request => needs.findPeople(request.query))

  // A command, not a query: the download itself is recorded in the audit.
  const exporting = {
    summary: 'Download the audit rows of a search as a file',
    body: auditFilter,
    produces: ['text/csv'],
  }
  const schema = { ...exporting, response: { 200: auditFile, ...refusals } }
  api.post('/audit/export', { config, schema }, async (request, reply) => {
    const lines = await needs.exportAudit({ filter: request.body, authority: authorityOf(request) })
    // The schema says text, which is streamed here.
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(Readable.from(lines) as never)
  })
}
