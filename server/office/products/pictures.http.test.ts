import { Transformer } from '@napi-rs/image'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureSides, pictureSizes } from '../../../shared/contract/picture-lists.ts'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, addServiceToken, asJson } from '../../../tests/support/people/administrators.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { addPicture, addProduct } from '../../../tests/support/people/products.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = (await addAdministrator(app, { rights: { ...noRights, products: 'write' } })).visitor
})
afterAll(() => app.stop())

const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
const upload = async (name: string, file: Buffer, visitor = admin) =>
  asJson(await visitor.postFile(`/api/pictures?fileName=${encodeURIComponent(name)}`, file, 'image/png'))
const picturesOf = (code: string) =>
  query(
    'select place, content_hash as hash, width, height from product_pictures join products p on p.id = product_id where code = $1 order by place',
    [code],
  )

async function fetchPicture(hash: string, size: string) {
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${app.url}/api/pictures/${hash}/${size}`, { headers: { cookie } })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

describe('a picture of a product', () => {
  test('3.2.1 5.2.2 is re-encoded in three sizes, without hidden data, and served as a picture that is kept', async () => {
    await addProduct(app, 'SIZES')
    const hidden = '<script>alert(1)</script>'
    const before = await new Transformer(makePng(1600, 800)).jpeg(90)
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), Buffer.from(hidden)])
    const file = Buffer.concat([before.subarray(0, 2), comment, before.subarray(2), Buffer.from(hidden)])
    const { body } = await upload('SIZES.jpg', file)
    expect(body).toEqual({ kind: 'created', code: 'SIZES', place: 1, text: 'Picture 1 of SIZES is added.' })
    const [{ hash, width, height }] = await picturesOf('SIZES')
    expect([width, height]).toEqual([1200, 600])
    for (const size of pictureSizes) {
      const { headers, bytes } = await fetchPicture(hash, size)
      expect(headers.get('content-type')).toBe('image/webp')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(bytes.includes('script')).toBe(false)
      const side = pictureSides[size]
      expect(await new Transformer(bytes).metadata()).toMatchObject({ width: side, height: side / 2, format: 'webp' })
    }
  })

  test('keeps its size if it is smaller, and its shape if it is tall', async () => {
    await addProduct(app, 'TALL')
    await upload('TALL.png', makePng(50, 300))
    const [{ hash, width, height }] = await picturesOf('TALL')
    expect([width, height]).toEqual([50, 300])
    const small = await new Transformer((await fetchPicture(hash, 'small')).bytes).metadata()
    expect([small.width, small.height]).toEqual([27, 160])
  })

  test('is stored once, and the same file a second time changes nothing', async () => {
    await addProduct(app, 'ONCE')
    expect((await upload('ONCE.png', makePng(30, 30))).body.kind).toBe('created')
    const [{ changed_in }] = await query(`select changed_in from products where code = 'ONCE'`)
    expect((await upload('ONCE.png', makePng(30, 30))).body.kind).toBe('unchanged')
    expect((await query(`select changed_in from products where code = 'ONCE'`))[0].changed_in).toBe(changed_in)
    expect((await upload('ONCE.png', makePng(31, 30))).body.kind).toBe('updated')
    expect((await upload('ONCE_2.png', makePng(30, 30))).body).toMatchObject({ kind: 'created', place: 2 })
    expect((await picturesOf('ONCE')).map(({ place, width }) => [place, width])).toEqual([
      [1, 31],
      [2, 30],
    ])
  })

  test('belongs to the product whose code is the complete name of the file, before the one with a number after it', async () => {
    await addProduct(app, 'CUP')
    await addProduct(app, 'CUP_2')
    expect((await upload('CUP_2.png', makePng(30, 30))).body).toMatchObject({ code: 'CUP_2', place: 1 })
    expect((await upload('CUP_3.PNG', makePng(30, 30))).body).toMatchObject({ code: 'CUP', place: 3 })
  })

  test('5.2.1 5.2.6 is refused in words if it is unknown, no picture, a bomb, too large, or one too many', async () => {
    const id = await addProduct(app, 'BAD')
    const bomb = makePng(20, 20)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const refused = async (name: string, file: Buffer) => (await upload(name, file)).body.problem
    expect(await refused('NONE.png', makePng(20, 20))).toMatchObject({ status: 404, kind: 'no-such-product' })
    expect(await refused('BAD.gif', makePng(20, 20))).toMatchObject({ status: 422, kind: 'not-a-picture-name' })
    expect(await refused('BAD.png', Buffer.from('<svg/>'))).toMatchObject({ status: 422, kind: 'no-image' })
    expect(await refused('BAD.png', bomb)).toMatchObject({ kind: 'picture-wrong-size' })
    expect(await refused('BAD.png', Buffer.alloc(10_000_001))).toMatchObject({ kind: 'picture-too-large' })
    await query(
      `insert into product_pictures (product_id, place, content_hash, source_hash, width, height, small, medium, large)
       select $1, n, md5(n::text), sha256(n::text::bytea), 1, 1, '', '', '' from generate_series(2, 21) as n`,
      [id],
    )
    expect(await refused('BAD.png', makePng(20, 20))).toMatchObject({ status: 409, kind: 'too-many-pictures' })
    expect(await picturesOf('BAD')).toHaveLength(20)
  })

  test('is written to the audit with its product, and no longer served once it is replaced', async () => {
    await addProduct(app, 'AUDIT')
    const hash = await addPicture(app, 'AUDIT', makePng(40, 40))
    await upload('AUDIT.png', makePng(41, 40))
    expect(
      await query(`select actor, details from audit_events where details ->> 'product' = 'AUDIT' order by id`),
    ).toEqual([
      { actor: 'command-line', details: { product: 'AUDIT', fields: 'pictures' } },
      { actor: 'administrator', details: { product: 'AUDIT', fields: 'pictures' } },
    ])
    expect((await fetchPicture(hash, 'small')).status).toBe(404)
  })
})

test('another system sends a picture with its token, and its audit row names the token', async () => {
  await addProduct(app, 'ERP')
  const send = async (token: string) => {
    const answer = await fetch(`${app.url}/api/v1/pictures?fileName=ERP.png`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
      body: new Uint8Array(makePng(44, 40)),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const writer = await addServiceToken(app, { ...noRights, products: 'write' })
  expect((await send(writer)).body).toMatchObject({ kind: 'created', code: 'ERP', place: 1 })
  expect((await send(writer)).body.kind).toBe('unchanged')
  expect((await send(await addServiceToken(app, { ...noRights, products: 'read' }))).status).toBe(403)
  expect(await query(`select actor, details from audit_events where details ->> 'product' = 'ERP'`)).toEqual([
    { actor: 'service', details: { product: 'ERP', fields: 'pictures', service: expect.any(String) } },
  ])
})

test('8.2.1 a picture can neither be seen nor uploaded without the right to products', async () => {
  await addProduct(app, 'RIGHTS')
  const hash = await addPicture(app, 'RIGHTS', makePng(70, 70))
  const { visitor: other } = await addAdministrator(app, { rights: { ...noRights, retailers: 'write' } })
  const { visitor: reader } = await addAdministrator(app, { rights: { ...noRights, products: 'read' } })
  expect((await other.get(`/api/pictures/${hash}/small`)).status).toBe(403)
  expect((await reader.get(`/api/pictures/${hash}/small`)).status).toBe(200)
  expect((await upload('RIGHTS.png', makePng(71, 70), reader)).status).toBe(403)
})

test('7.5.3 an upload needs a sign-in within the last ten minutes', async () => {
  app.clock.advance(11 * 60)
  expect((await upload('RIGHTS.png', makePng(72, 70))).body.problem.kind).toBe('confirm-first')
})
