import { Readable } from 'node:stream'
import {
  auditChain,
  auditFile,
  auditFilter,
  auditPage,
  auditPeople,
  auditPeopleQuery,
  auditQuery,
} from '../../shared/contract/audit.ts'
import type { Http } from '../http/create-http.ts'
import { authorityOf, refusals } from '../roles/admin-api.routes.ts'
import type { ExportAudit } from './export-audit.ts'
import type { FindPeople } from './find-people.ts'
import type { ListAudit } from './list-audit.ts'
import type { ReadChain } from './read-chain.ts'

type Needs = { listAudit: ListAudit; readChain: ReadChain; findPeople: FindPeople; exportAudit: ExportAudit }

const config = { needs: { module: 'audit', access: 'read' } } as const

export function auditLogRoutes(api: Http, needs: Needs): void {
  const listing = {
    summary: 'Who did what to whom, the newest first',
    querystring: auditQuery,
    response: { 200: auditPage, ...refusals },
  }
  api.get('/audit', { config, schema: listing }, request => needs.listAudit(request.query))

  const chain = { summary: 'How far the audit is sealed and verified', response: { 200: auditChain, ...refusals } }
  api.get('/audit/chain', { config, schema: chain }, () => needs.readChain())

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
