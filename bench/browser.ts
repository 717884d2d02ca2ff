import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** A minimal browser: one kept connection. */
export type Browser = {
  get(path: string): Promise<Answer>
  post(path: string, fields: Record<string, string>): Promise<Answer>
  close(): void
}

export type Answer = { status: number; bytes: number; headers: IncomingHttpHeaders; body: Buffer }

export function createBrowser(url: string, address: string): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { port } = new URL(url)
  const hostname = '127.0.0.1'
  const headers = {
    'x-forwarded-for': address,
    'sec-fetch-site': 'same-origin',
    'accept-encoding': 'br, gzip',
    accept: 'text/html',
  }

  const send = (method: string, path: string, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const type =
        body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
      const sent = request({ agent, hostname, port, method, path, headers: { ...headers, ...type } }, response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => {
          const content = Buffer.concat(chunks)
          resolve({ status: response.statusCode ?? 0, bytes: content.length, headers: response.headers, body: content })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })

  return {
    get: path => send('GET', path),
    post: (path, fields) => send('POST', path, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  }
}
