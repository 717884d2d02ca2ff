import { connect } from 'node:net'

/**
 * One person's browser that signs in repeatedly over one connection and keeps its cookies. A few lines replace a full
 * client, which would use a share of the cores.
 */
export type SignInSocket = { signIn(username: string): Promise<number>; close(): void }

export function createSignInSocket(
  url: string,
  { address, password }: { address: string; password: string },
): SignInSocket {
  const { port, host } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1').setNoDelay(true)
  let settle: { resolve: (status: number) => void; reject: (fault: Error) => void } | undefined
  let heard = ''
  let cookies = ''
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    heard += chunk
    const end = heard.indexOf('\r\n\r\n')
    if (end === -1) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(heard)?.[1] ?? 0)
    if (heard.length < end + 4 + length) return
    const status = Number(heard.slice(9, 12))
    cookies = [...heard.matchAll(/\r\nset-cookie: ([^;]+)/gi)].map(([, cookie]) => cookie).join('; ')
    heard = ''
    settle?.resolve(status)
  })
  socket.on('error', fault => settle?.reject(fault))

  return {
    signIn: username =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        const body = `username=${encodeURIComponent(username)}&password=${encodeURIComponent(password)}`
        socket.write(
          `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: same-origin\r\nX-Forwarded-For: ${address}\r\nCookie: ${cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        )
      }),
    close: () => socket.destroy(),
  }
}
