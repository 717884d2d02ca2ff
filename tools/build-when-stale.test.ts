import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildWhenStale, type Part } from './build-when-stale.ts'

const part: Part = { name: 'parcel', sources: ['sources', 'make.mjs'], packages: ['maker'], script: 'make.mjs' }

/** A slow build of two files that belong together. */
const script = `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const content = readFileSync('sources/a.txt', 'utf8')
if (content === 'bad') { console.error('a.txt is bad'); process.exit(1) }
mkdirSync(process.argv[2])
writeFileSync(process.argv[2] + '/one', content)
await new Promise(resolve => setTimeout(resolve, 20))
writeFileSync(process.argv[2] + '/two', content)`

function createPlace(made = script) {
  const root = mkdtempSync(join(tmpdir(), 'fieldkey-build-'))
  mkdirSync(join(root, 'sources'))
  writeFileSync(join(root, 'make.mjs'), made)
  const dist = join(root, 'dist')
  const pin = (maker: string) =>
    writeFileSync(join(root, 'package.json'), JSON.stringify({ devDependencies: { maker } }))
  pin('1.0.0')
  const write = (content: string) => writeFileSync(join(root, 'sources', 'a.txt'), content)
  const read = () => ['one', 'two'].map(name => readFileSync(join(dist, 'parcel', name), 'utf8'))
  return { pin, write, read, dist, build: () => buildWhenStale(part, { root, dist }) }
}

describe('a build', () => {
  it('runs only if there is none yet, or a source or a package has changed', async () => {
    const { pin, write, read, build } = createPlace()
    write('first')
    expect([await build(), await build()]).toEqual([true, false])
    write('second')
    expect([await build(), await build()]).toEqual([true, false])
    expect(read()).toEqual(['second', 'second'])
    pin('2.0.0')
    expect([await build(), await build()]).toEqual([true, false])
  })

  it('is one for production, also if a test with another NODE_ENV starts it', async () => {
    const { write, read, build } = createPlace(script.replace("'/one', content", "'/one', process.env.NODE_ENV"))
    write('first')
    expect(process.env.NODE_ENV).toBe('test')
    await build()
    expect(read()[0]).toBe('production')
  })

  it('keeps the hashed files of the previous build for the running server, but not files that are a month old', async () => {
    const { write, dist, build } = createPlace(`import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
      mkdirSync(process.argv[2] + '/assets', { recursive: true })
      writeFileSync(process.argv[2] + '/assets/' + readFileSync('sources/a.txt', 'utf8') + '.js', '')`)
    const assets = join(dist, 'parcel/assets')
    const buildOf = async (name: string) => {
      write(name)
      await build()
      return readdirSync(assets).sort()
    }
    expect([await buildOf('a'), await buildOf('b')]).toEqual([['a.js'], ['a.js', 'b.js']])
    for (const name of ['a.js', 'b.js']) utimesSync(join(assets, name), 0, 1)
    expect([await buildOf('c'), await buildOf('d')]).toEqual([
      ['b.js', 'c.js'],
      ['c.js', 'd.js'],
    ])
  })

  it('that fails says why and keeps the last good one', async () => {
    const { write, read, build } = createPlace()
    write('good')
    await build()
    write('bad')
    await expect(build()).rejects.toThrow('dist/parcel cannot be built: a.txt is bad')
    expect(read()).toEqual(['good', 'good'])
  })

  it('does not disturb concurrent builds', async () => {
    const { write, read, dist, build } = createPlace()
    write('old')
    await build()
    write('new')
    await Promise.all(Array.from({ length: 5 }, build))
    expect(read()).toEqual(['new', 'new'])
    expect(readdirSync(dist)).toEqual(['parcel'])
  })
})
