import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'

it('a closing server waits neither for unused connections nor for those that already have their answer', async () => {
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

it('a request that has reached a closing server is answered, even if the server had not read it', async () => {
  const { http } = await createHttpGround({ publicUrl: 'http://localhost' })
  http.get('/here', () => 'here')
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const accepted = once(http.server, 'connection')
  const client = connect(port, '127.0.0.1')
  await accepted
  client.write('GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const closing = http.close()
  const answer = await text(client)
  expect([answer.split('\r\n')[0], answer.split('\r\n\r\n')[1]]).toEqual(['HTTP/1.1 200 OK', 'here'])
  expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n')
  await closing
})

it('a connection refused for a broken request is closed, even if the client keeps its side open', async () => {
  const { http } = await createHttpGround({ publicUrl: 'http://localhost' })
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const accepted = once(http.server, 'connection')
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).resume()
  const [socket] = (await accepted) as [Socket]
  const closed = once(socket, 'close')
  client.write('NOT HTTP\r\n\r\n')
  const [answer] = (await once(client, 'data')) as [Buffer]
  expect(answer.toString()).toContain('400 Bad Request')
  await closed
  client.destroy()
  await http.close()
})
