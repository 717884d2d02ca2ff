import { expect, test } from 'vitest'
import { createUploadQueue, type Sent } from './upload-queue.ts'

/** A queue whose answers the test gives, one file at a time. */
function startQueue() {
  const asked: { item: string; answer: (sent: Sent) => Promise<void> }[] = []
  const queue = createUploadQueue<string>(
    item =>
      new Promise(resolve => {
        asked.push({
          item,
          answer: async sent => {
            resolve(sent)
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
  )
  const statesOf = () => queue.read().files.map(({ item, state }) => `${item} ${state}`)
  return { asked, queue, statesOf }
}

const done: Sent = { kind: 'done', text: 'added' }

test('two files are on their way, and each gets its own answer', async () => {
  const { asked, queue, statesOf } = startQueue()
  queue.add(['a', 'b', 'c'])
  expect(statesOf()).toEqual(['a sending', 'b sending', 'c waiting'])
  await asked[0]?.answer({ kind: 'refused', text: 'no picture' })
  await asked[1]?.answer(done)
  expect(statesOf()).toEqual(['a refused', 'b done', 'c sending'])
  expect(queue.read().files[0]?.text).toBe('no picture')
})

test('files wait while there is no connection, and are sent again after it returns', async () => {
  const { asked, queue, statesOf } = startQueue()
  queue.add(['a', 'b', 'c'])
  await asked[0]?.answer({ kind: 'later', because: 'offline' })
  await asked[1]?.answer(done)
  expect([queue.read().pause, ...statesOf()]).toEqual(['offline', 'a waiting', 'b done', 'c waiting'])
  queue.resume()
  expect(asked.map(({ item }) => item)).toEqual(['a', 'b', 'a', 'c'])
  await asked[2]?.answer(done)
  await asked[3]?.answer(done)
  expect(statesOf()).toEqual(['a done', 'b done', 'c done'])
})

test('after Cancel, files that are on their way arrive, and the others wait until they are sent or cleared', async () => {
  const { asked, queue, statesOf } = startQueue()
  queue.add(['a', 'b', 'c', 'd'])
  queue.cancel()
  await asked[0]?.answer(done)
  await asked[1]?.answer({ kind: 'later', because: 'offline' })
  expect([queue.read().pause, ...statesOf()]).toEqual(['cancelled', 'a done', 'b waiting', 'c waiting', 'd waiting'])
  queue.add(['e'])
  expect(asked).toHaveLength(2)
  queue.clear()
  expect(statesOf()).toEqual([])
})
