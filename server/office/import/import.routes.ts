import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  importColumns,
  importDetails,
  importedFile,
  importFile,
  importId,
  importList,
  importRows,
  importRowsQuery,
  importRun,
} from '../../../shared/contract/import.ts'
import {
  type BatchKind,
  type ExportKind,
  exportKinds,
  fileLimits,
  type ImportKind,
  importKinds,
  isBatchKind,
  moduleOfImport,
  type PeopleKind,
} from '../../../shared/contract/import-lists.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { fileProblem } from './file-words.ts'
import type { ImportActions } from './import.actions.ts'
import { printTemplate } from './print-template.ts'

type Needs = ImportActions

/** Each kind has its own routes because each needs a different right. Without the write right, all of them are hidden. */
export function importRoutes(api: Http, needs: Needs): void {
  for (const kind of importKinds) routesOfKind(api, kind, needs)
  for (const kind of exportKinds) exportRoute(api, kind, needs)
}

function routesOfKind(api: Http, kind: ImportKind, needs: Needs): void {
  const module = moduleOfImport[kind]
  const mayWrite = { right: { module, access: 'write' } } as const
  const mayChange = { right: { module, access: 'write', isSensitive: true } } as const
  const path = `/imports/${kind}`
  const answers = <Shape>(shape: Shape) => ({ response: { 200: shape, ...refusals } })
  const file = { produces: ['text/csv'], ...answers(importedFile) }

  const listing = { summary: `List the latest imports of ${kind}`, ...answers(importList) }
  api.get(path, { config: mayWrite, schema: listing }, () => needs.listImports(kind))

  const template = { summary: `Download an empty file for an import of ${kind}`, ...file }
  api.get(`${path}/template`, { config: mayWrite, schema: template }, async (_request, reply) =>
    sendCsv(reply, `${kind}.csv`, printTemplate(kind)),
  )

  // In its own scope: no other route accepts a file, and this route accepts nothing else.
  void api.register(async scope => {
    const uploads: Http = scope.withTypeProvider<ZodTypeProvider>()
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('text/csv', (_request, payload, taken) => taken(null, payload))
    const uploading = {
      summary: `Upload a file of ${kind}: this imports nothing yet`,
      consumes: ['text/csv'],
      description: `The body is the file itself, as text/csv: at most ${fileLimits(kind).bytes} bytes.`,
    }
    const schema = { ...uploading, querystring: importFile, ...answers(added) }
    uploads.post(path, { config: mayChange, schema }, async (request, reply) => {
      const { fileName, encoding, headerRow } = request.query
      const file = (request.body ?? []) as AsyncIterable<Buffer>
      const taken = await needs.uploadImport({
        kind,
        fileName,
        encoding,
        headerRow,
        file,
        authority: authorityOf(request),
      })
      if (taken.kind === 'uploaded')
        return { ...taken, text: `${fileName} has been read. Nothing has been imported yet.` }
      const problem = fileProblem(taken, kind)
      return reply.code(problem.status as 422).send({ problem })
    })
  })

  const reading = { summary: `Read one import of ${kind}`, params: importId, ...answers(importDetails) }
  api.get(
    `${path}/:id`,
    { config: mayWrite, schema: reading },
    async ({ params: { id } }, reply) => (await needs.readImport({ kind, id })) ?? refuse(reply, 'no-such-import'),
  )

  const rows = {
    summary: 'List the rows of an import and the outcome of each',
    params: importId,
    querystring: importRowsQuery,
  }
  api.get(
    `${path}/:id/rows`,
    { config: mayWrite, schema: { ...rows, ...answers(importRows) } },
    async ({ params: { id }, query }, reply) =>
      (await needs.listImportRows({ kind, id }, query)) ?? refuse(reply, 'no-such-import'),
  )

  const result = { summary: 'Download every row with its outcome and the reason', params: importId, ...file }
  api.get(`${path}/:id/result`, { config: mayWrite, schema: result }, async ({ params: { id } }, reply) => {
    const lines = await needs.exportResult({ kind, id })
    return lines ? sendCsv(reply, `${kind}-result.csv`, Readable.from(lines)) : refuse(reply, 'no-such-import')
  })

  const command = (summary: string) => ({ summary, params: importId, ...answers(done) })

  api.post(
    `${path}/:id/check`,
    { config: mayWrite, schema: { ...command('Check every row: this imports nothing yet'), body: importColumns } },
    async (request, reply) => {
      const columns = request.body
      const { kind: outcome } = await needs.checkImport({
        kind,
        id: request.params.id,
        columns,
        authority: authorityOf(request),
      })
      return outcome === 'checking' ? { kind: outcome, text: 'The rows are being checked.' } : refuse(reply, outcome)
    },
  )

  api.post(
    `${path}/:id/run`,
    { config: mayChange, schema: { ...command('Import the checked rows'), body: importRun } },
    async (request, reply) => {
      const run = request.body
      const { kind: outcome } = await needs.runImport({
        kind,
        id: request.params.id,
        run,
        authority: authorityOf(request),
      })
      return outcome === 'running' ? { kind: outcome, text: 'The rows are being imported.' } : refuse(reply, outcome)
    },
  )

  if (isBatchKind(kind)) batchRoutes(api, kind, needs)
  else invitationRoute(api, kind, needs)

  api.post(
    `${path}/:id/discard`,
    { config: mayWrite, schema: command('Delete the file, its rows and its result') },
    async (request, reply) => {
      const { kind: outcome } = await needs.discardImport({ kind, id: request.params.id })
      if (outcome !== 'discarded') return refuse(reply, outcome)
      return { kind: outcome, text: 'File deleted. Imported data stays.' }
    },
  )
}

type Invitations = Pick<ImportActions, 'inviteAdded'>

function invitationRoute(api: Http, kind: PeopleKind, needs: Invitations): void {
  const schema = { summary: 'Invite each added person who has not been invited yet', params: importId }
  const mayChange = { right: { module: moduleOfImport[kind], access: 'write', isSensitive: true } } as const
  api.post(
    `/imports/${kind}/:id/invitations`,
    { config: mayChange, schema: { ...schema, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const invited = await needs.inviteAdded({ kind, id: request.params.id, authority: authorityOf(request) })
      if (invited.kind !== 'inviting') return refuse(reply, invited.kind)
      return { kind: invited.kind, text: `Invitations queued: ${invited.count}. They go out one by one.` }
    },
  )
}

type Batches = Pick<ImportActions, 'stopImport'>

function batchRoutes(api: Http, kind: BatchKind, needs: Batches): void {
  const module = moduleOfImport[kind]
  const stopping = { summary: 'Stop the check or the import after its current rows', params: importId }
  api.post(
    `/imports/${kind}/:id/stop`,
    { config: { right: { module, access: 'write' } }, schema: { ...stopping, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const authority = authorityOf(request)
      const { kind: outcome } = await needs.stopImport({ kind, id: request.params.id, authority })
      if (outcome === 'no-such-import') return refuse(reply, outcome)
      return { kind: outcome, text: outcome === 'ended' ? 'It had ended already.' : 'Stopped.' }
    },
  )
}

function exportRoute(api: Http, kind: ExportKind, needs: Pick<ImportActions, 'exportRows'>): void {
  const module = moduleOfImport[kind]
  const exporting = { summary: `Download all ${kind} as a file that can be imported again`, produces: ['text/csv'] }
  api.get(
    `/exports/${kind}`,
    {
      config: { right: { module, access: 'read' } },
      schema: { ...exporting, response: { 200: importedFile, ...refusals } },
    },
    async (_request, reply) => sendCsv(reply, `${kind}.csv`, Readable.from(needs.exportRows(kind))),
  )
}

function sendCsv(reply: FastifyReply, name: string, text: string | Readable) {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}
