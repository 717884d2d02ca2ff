import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ImportColumns, ImportDetails, ImportRows } from '../../../shared/contract/import.ts'
import type { ImportKind } from '../../../shared/contract/import-lists.ts'
import type { TestApp } from '../servers/app.ts'
import type { Visitor } from '../servers/visitor.ts'
import { asJson } from './administrators.ts'
import { ava, until } from './reset-steps-http.ts'

/** The lines of a file in the format of a spreadsheet. */
export const csv = (...lines: string[]) => lines.map(line => `${line}\r\n`).join('')

/** An administrator who does an import step by step. */
export function createImporter(visitor: Visitor, kind: ImportKind) {
  const path = `/api/imports/${kind}`
  const post = async (to: string, body: object = {}) => asJson(await visitor.postJson(`${path}/${to}`, body))

  async function upload(file: string | Buffer, fileName = 'people.csv') {
    return asJson(await visitor.postFile(`${path}?fileName=${encodeURIComponent(fileName)}`, file))
  }

  async function read(id: string): Promise<ImportDetails> {
    return asJson(await visitor.get(`${path}/${id}`)).body
  }

  async function untilDone(id: string): Promise<ImportDetails> {
    let details = await read(id)
    await until(async () => {
      details = await read(id)
      return details.state !== 'checking' && details.state !== 'running'
    }, 'the end of the import')
    return details
  }

  async function check(id: string, change: Partial<ImportColumns> = {}): Promise<ImportDetails> {
    const { columns, existing, territories, userType, names, decimals, days } = await read(id)
    const fields = columns.map(({ field }) => field)
    const { status, body } = await post(`${id}/check`, {
      ...{ fields, existing, territories, userType, names, decimals, days },
      ...change,
    })
    if (status !== 200) throw new Error(`The check was refused: ${JSON.stringify(body)}`)
    return untilDone(id)
  }

  async function uploadAndCheck(file: string | Buffer, change: Partial<ImportColumns> = {}): Promise<ImportDetails> {
    const { status, body } = await upload(file)
    if (status !== 200) throw new Error(`The file was refused: ${JSON.stringify(body)}`)
    return check(body.id, change)
  }

  async function run(id: string, scope: 'all' | 'good' = 'all', invitations: 'now' | 'later' = 'later') {
    const { status, body } = await post(`${id}/run`, { scope, invitations })
    if (status !== 200) throw new Error(`The run was refused: ${JSON.stringify(body)}`)
    return untilDone(id)
  }

  async function rows(id: string, query = ''): Promise<ImportRows['rows']> {
    return asJson(await visitor.get(`${path}/${id}/rows?${query}`)).body.rows
  }

  return { path, post, upload, read, check, uploadAndCheck, run, rows, untilDone }
}

/** A file of each kind with one good row for a new record. */
export function fileOf(kind: ImportKind, { key, accountNumber }: { key: string; accountNumber: string }): string {
  const files: Record<ImportKind, readonly [string, string]> = {
    users: ['Username,First name,Surname', `${key}@new.example,Nora,New`],
    retailers: ['Account number,Name', `${key},Corner Store`],
    contacts: ['Account number,E-mail,First name,Surname', `${accountNumber},${key}@new.example,Nora,New`],
    products: ['Product code,Product name,Price', `${key},Rye rolls,4.80`],
    categories: ['Category,Place', `${key},1`],
    'price-lists': ['Price list,Product code,Price', `Pubs,${key},4.80`],
    prices: ['Account number,Product code,Price', `${accountNumber},${key},4.80`],
    targets: ['Username,Month,Target', `${key},2026-05,100`],
    orders: [
      'Item ID,Type,Captured at (UTC),Username,Retailer account,Note',
      `${randomUUID()},note,2026-05-04T08:00:00Z,${key},${accountNumber},Out of tea`,
    ],
    visits: ['Username,Account number,Date', `${key},${accountNumber},2026-05-04 09:30`],
  }
  return csv(...files[kind])
}

/** An uploaded import in the state that the route needs. */
export async function addImport(app: TestApp, kind: ImportKind, { file, state }: { file: string; state: string }) {
  const actorAccountId = await app.accountId(ava)
  const authority = { actor: 'administrator', actorAccountId, network: '', device: '' } as const
  // The number of kept imports is limited: those that have been used make room.
  await app.database.pool.query('delete from imports where id in (select id from imports order by id desc offset 20)')
  const uploaded = await app.actions.uploadImport({
    kind,
    fileName: 'new.csv',
    file: Readable.from([Buffer.from(file)]),
    authority,
  })
  if (uploaded.kind !== 'uploaded') throw new Error(`The file was refused: ${uploaded.kind}`)
  const summary = { add: 1, update: 0, leave: 0, refuse: 0, noted: 0, newTerritories: [], licences: [] }
  await app.database.pool.query('update imports set state = $2, summary = $3 where id = $1', [
    uploaded.id,
    state,
    JSON.stringify(summary),
  ])
  return uploaded.id
}
