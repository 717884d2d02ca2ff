import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openCache } from '../device/cache.ts'
import { openDeviceDb, readValue } from '../device/device-db.ts'
import { openPicturesDb } from '../device/pictures-db.ts'
import { createPictures, PICTURES_ON } from './pictures.ts'

const hashOf = (letter: string) => letter.repeat(32)
const small = (letter: string) => ({ hash: hashOf(letter), size: 'small' }) as const

function create(name: string) {
  const asked: string[] = []
  const facts = { isRoadFree: true, isReachable: true }
  const [files, db, cache] = [
    openPicturesDb(`${name} pictures`),
    openDeviceDb(`${name} device`),
    openCache(`${name} cache`),
  ]
  const pictures = createPictures({
    pictures: files,
    db,
    cache,
    isOn: true,
    isRoadFree: () => facts.isRoadFree,
    readBytes: async path => {
      asked.push(path)
      return facts.isReachable ? new Uint8Array([asked.length]).buffer : { kind: 'no-connection' }
    },
  })
  return { pictures, asked, facts, files, db, cache }
}

it('downloads a picture once, however many rows show it, and then reads it from the device without a connection', async () => {
  const { pictures, asked, facts } = create('once')
  await Promise.all(Array.from({ length: 5 }, () => pictures.read(small('a'))))
  facts.isReachable = false
  expect(new Uint8Array((await pictures.read(small('a'))) ?? new ArrayBuffer())).toEqual(new Uint8Array([1]))
  expect(asked).toEqual([`/pictures/${hashOf('a')}/small`])
  expect(await pictures.read(small('b'))).toBeUndefined()
  expect(await pictures.measure()).toEqual({ count: 1, bytes: 1 })
})

it('counts a picture once, although the device has two sizes of it', async () => {
  const { pictures } = create('sizes')
  for (const size of ['small', 'medium'] as const) await pictures.read({ hash: hashOf('a'), size })
  expect(await pictures.measure()).toEqual({ count: 1, bytes: 2 })
})

it('downloads nothing while captured items wait to be sent', async () => {
  const { pictures, asked, facts } = create('waits')
  facts.isRoadFree = false
  expect(await pictures.read(small('a'))).toBeUndefined()
  expect(asked).toEqual([])
  facts.isRoadFree = true
  expect(await pictures.read(small('a'))).toBeDefined()
})

it('shows and downloads nothing while switched off, keeps the switch, and clears pictures alone', async () => {
  const { pictures, asked, db, cache } = create('switch')
  await cache.products.put({ id: 'p' } as never)
  await pictures.read(small('a'))
  await pictures.setOn(false)
  expect(await pictures.read(small('a'))).toBeUndefined()
  expect(await readValue(db, PICTURES_ON)).toBe(false)
  await pictures.clear()
  expect(await pictures.measure()).toEqual({ count: 0, bytes: 0 })
  expect(await cache.products.count()).toBe(1)
  await pictures.setOn(true)
  expect(await pictures.read(small('a'))).toBeDefined()
  expect(asked.length).toBe(2)
})

it('shows a picture that a full device cannot keep, and says that the device is full', async () => {
  const { pictures, files } = create('full')
  files.files.hook('creating', () => {
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  })
  expect(await pictures.read(small('a'))).toBeDefined()
  expect(pictures.state.get()).toEqual({ isOn: true, isFull: true })
  await pictures.clear()
  expect(pictures.state.get().isFull).toBe(false)
})

it('downloads all missing pictures, and stops where the connection ends', async () => {
  const { pictures, asked, facts, cache } = create('all')
  const product = (letter: string) => ({ id: letter, pictures: [{ hash: hashOf(letter), alt: '' }] })
  await cache.products.bulkPut(['a', 'b', 'c'].map(product) as never)
  facts.isReachable = false
  expect(await pictures.downloadAll(() => {})).toBe('stopped')
  expect(asked.length).toBe(1)
  facts.isReachable = true
  const seen: string[] = []
  expect(await pictures.downloadAll((done, total) => void seen.push(`${done}/${total}`))).toBe('complete')
  expect(seen).toEqual(['0/3', '1/3', '2/3', '3/3'])
  expect((await pictures.measure()).count).toBe(3)
})
