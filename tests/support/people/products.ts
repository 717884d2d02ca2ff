import { randomBytes } from 'node:crypto'
import type { TestApp } from '../servers/app.ts'
import { makePng } from './png.ts'

/** A new product, by its code or one of its own. */
export async function addProduct(app: TestApp, code = `P-${randomBytes(5).toString('hex')}`): Promise<string> {
  const { rows } = await app.database.pool.query(
    `insert into products (code, name, unit, price_cents) values ($1, $2, 'each', 420) returning id`,
    [code, `Product ${code}`],
  )
  return rows[0].id
}

/** Gives the product a picture, and returns the hash in its address. */
export async function addPicture(app: TestApp, code: string, file: Buffer = makePng(20, 20)): Promise<string> {
  const author = { actor: 'command-line' } as const
  const saved = await app.actions.saveNamedPicture({ fileName: `${code}.png`, file, author })
  if (!('code' in saved)) throw new Error(`The picture was refused: ${saved.kind}`)
  const { rows } = await app.database.pool.query(
    'select content_hash from product_pictures join products p on p.id = product_id where p.code = $1 and place = $2',
    [saved.code, saved.place],
  )
  return rows[0].content_hash
}

/** A new category on the first level, or below another one. */
export async function addCategory(app: TestApp, name?: string, parentId: string | null = null): Promise<string> {
  const added = await app.actions.addCategory({
    name: name ?? `Category ${randomBytes(5).toString('hex')}`,
    parentId,
    authority: { actor: 'command-line' },
  })
  if (added.kind !== 'added') throw new Error(`The category was refused: ${added.kind}`)
  return added.id
}
