import { expect, test } from 'vitest'
import { createGate, type GateSize, type Guest } from './gate.ts'

const size: GateSize = {
  turns: 1,
  waiting: 6,
  reserved: 2,
  reservedPerPerson: 1,
  perNetwork: [2, 3, 4],
  refusedPerNetwork: [2, 3, 4],
  retryAfterSeconds: 5,
}
const busy = (retryAfterSeconds: number) => ({ kind: 'busy', retryAfterSeconds })

/** A gate whose one turn is taken until `open` is called, and the guests in the order in which their work ran. */
async function createFullGate(changes: Partial<GateSize> = {}) {
  const gate = createGate({ ...size, ...changes })
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const ran: string[] = []
  const { promise: isTaken, resolve: taken } = Promise.withResolvers<void>()
  const first = gate.pass({}, () => {
    taken()
    return opened
  })
  await isTaken
  const knock = (name: string, guest: Guest) => gate.pass(guest, async () => void ran.push(name))
  /** The gate's immediate answer. Undefined if the guest waits. */
  const answerTo = async (guest: Guest) => {
    const waiting = knock('guest', guest)
    const settled = new Promise<undefined>(resolve => setImmediate(() => resolve(undefined)))
    return Promise.race([waiting, settled])
  }
  return { gate, ran, knock, answerTo, open, first }
}

test('guests run in order of arrival, and a full queue answers busy', async () => {
  const { ran, knock, answerTo, open } = await createFullGate({ waiting: 2 })
  const waiting = [knock('one', { network: '192.0.2.1' }), knock('two', { network: '192.0.2.2' })]
  expect(await answerTo({ network: '192.0.2.3' })).toEqual(busy(5))
  open()
  await Promise.all(waiting)
  expect(ran).toEqual(['one', 'two'])
})

test('strangers who fill the queue leave the reserved places free, and one person may hold only a few of these', async () => {
  const { answerTo } = await createFullGate({ waiting: 0 })
  expect(await answerTo({ network: '192.0.2.1' })).toEqual(busy(5))
  expect(await answerTo({ network: '192.0.2.1', reservedFor: 'riley' })).toBeUndefined()
  expect(await answerTo({ network: '192.0.2.1', reservedFor: 'riley' })).toEqual(busy(5))
  expect(await answerTo({ network: '192.0.2.1', reservedFor: 'nina' })).toBeUndefined()
})

test('reserved guests come first and do not starve strangers', async () => {
  const { ran, knock, open } = await createFullGate({ reserved: 9, reservedPerPerson: 9 })
  const strangers = ['a', 'b'].map(name => knock(name, { network: `192.0.2.${name.charCodeAt(0)}` }))
  const people = ['1', '2', '3', '4', '5'].map(name => knock(name, { reservedFor: 'riley' }))
  open()
  await Promise.all([...strangers, ...people])
  expect(ran).toEqual(['1', '2', '3', 'a', '4', '5', 'b'])
})

test.each([
  ['/64', [2, 9, 9], ['2001:db8:1:101::/64', '2001:db8:1:101::/64', '2001:db8:1:101::/64']],
  ['/56', [9, 2, 9], ['2001:db8:1:101::/64', '2001:db8:1:102::/64', '2001:db8:1:103::/64']],
  ['/48', [9, 9, 2], ['2001:db8:1:101::/64', '2001:db8:1:202::/64', '2001:db8:1:303::/64']],
])('a %s holds no more places than its share', async (_, perNetwork, [first = '', second = '', third = '']) => {
  const { answerTo } = await createFullGate({ perNetwork })
  expect(await answerTo({ network: first })).toBeUndefined()
  expect(await answerTo({ network: second })).toBeUndefined()
  expect(await answerTo({ network: third })).toEqual(busy(5))
  expect(await answerTo({ network: '2001:db8:2::/64' })).toBeUndefined()
})

test('a network that keeps retrying a full queue is shut out for a minute, and its neighbours are not', async () => {
  const { gate, open, first, answerTo } = await createFullGate({ waiting: 0 })
  const knocking = '2001:db8:1:101::/64'
  for (let time = 0; time < 2; time += 1) expect(await answerTo({ network: knocking })).toEqual(busy(5))
  open()
  await first
  const work = async () => 'done'
  expect(await gate.pass({ network: knocking }, work)).toEqual(busy(60))
  expect(await gate.pass({ network: knocking, reservedFor: 'riley' }, work)).toBe('done')
  expect(await gate.pass({ network: '2001:db8:1:102::/64' }, work)).toBe('done')
})

test('networks of one /48 that keep retrying are shut out together', async () => {
  const { gate, open, first, answerTo } = await createFullGate({ waiting: 0 })
  for (let line = 0; line < 4; line += 1) await answerTo({ network: `2001:db8:1:${line}00::/64` })
  open()
  await first
  expect(await gate.pass({ network: '2001:db8:1:900::/64' }, async () => 'done')).toEqual(busy(60))
  expect(await gate.pass({ network: '2001:db8:2:900::/64' }, async () => 'done')).toBe('done')
})
