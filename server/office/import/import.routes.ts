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
import { type ImportKind, importKinds, importLimits, moduleOfImport } from '../../../shared/contract/import-lists.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { printTemplate } from './export-result.ts'
import { fileProblem } from './file-words.ts'
import type { ImportActions } from './import.actions.ts'

type Needs = ImportActions

/** Each kind has its own routes because each needs a different right. Without the write right, all of them are hidden. */
export function importRoutes(api: Http, needs: Needs): void {
  for (const kind of importKinds) routesOfKind(api, kind, needs)
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
      description: fileWords,
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
      const problem = fileProblem(taken)
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
    const text = await needs.exportResult({ kind, id })
    return text === undefined ? refuse(reply, 'no-such-import') : sendCsv(reply, `${kind}-result.csv`, text)
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

  api.post(
    `${path}/:id/invitations`,
    { config: mayChange, schema: command('Invite each added person who has not been invited yet') },
    async (request, reply) => {
      const invited = await needs.inviteAdded({ kind, id: request.params.id, authority: authorityOf(request) })
      if (invited.kind !== 'inviting') return refuse(reply, invited.kind)
      return { kind: invited.kind, text: `Invitations queued: ${invited.count}. They go out one by one.` }
    },
  )

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

const fileWords = `The body is the file itself, as text/csv: at most ${importLimits.bytes} bytes.`

function sendCsv(reply: FastifyReply, name: string, text: string) {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}
