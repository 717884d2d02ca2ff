import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../tests/support/http-ground.ts'

it('a server that closes waits neither for connections that asked nothing nor for those that have their answer', async () => {
  const { http } = await createHttpGround({ publicUrl: 'http://localhost' })
  const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>()
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<string>()
  http.get('/slow', () => {
    ask()
    return mayAnswer
  })
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const silent = connect(port, '127.0.0.1').resume()
  await once(silent, 'connect')
  const asking = fetch(`http://localhost:${port}/slow`)
  await isAsked

  const closing = http.close()
  await once(silent, 'close')
  answer('done')
  expect(await (await asking).text()).toBe('done')
  await closing
})
