import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  html: string
  location: string | undefined
  /** The first heading of the page. */
  heading: string
}

/** A browser without scripts: keeps cookies, follows links and fills in the forms of the current page. */
export type Visitor = {
  address: string
  get(path: string): Promise<Answer>
  head(path: string): Promise<Answer>
  post(path: string, fields?: Record<string, string>): Promise<Answer>
  postJson(path: string, body: unknown): Promise<Answer>
  putJson(path: string, body: unknown): Promise<Answer>
  /** Uploads a file as the body, like the admin site. */
  postFile(path: string, file: string | Buffer, type?: string): Promise<Answer>
  /** Submits the form with this button on the last page, and follows a redirect. */
  press(button: string, fields?: Record<string, string>): Promise<Answer>
  cookies: Map<string, string>
}

type Sending = { method: string; path: string; body?: string | Buffer; type?: string }

export function createVisitor(url: string, address: string): Visitor {
  const cookies = new Map<string, string>()
  let page: Answer | undefined
  let path = '/'

  const send = async ({ method, path: target, body, type }: Sending): Promise<Answer> => {
    const answer = await ask(new URL(target, url), { method, body, headers: headersOf({ address, cookies, type }) })
    keepCookies(cookies, answer.headers['set-cookie'])
    page = answer
    path = target
    return answer
  }
  const post = (target: string, fields: Record<string, string> = {}) =>
    send({
      method: 'POST',
      path: target,
      body: new URLSearchParams(fields).toString(),
      type: 'application/x-www-form-urlencoded',
    })
  const follow = (answer: Answer) => (answer.location ? send({ method: 'GET', path: answer.location }) : answer)

  return {
    address,
    cookies,
    get: target => send({ method: 'GET', path: target }),
    head: target => send({ method: 'HEAD', path: target }),
    post,
    postJson: (target, body) =>
      send({ method: 'POST', path: target, body: JSON.stringify(body), type: 'application/json' }),
    putJson: (target, body) =>
      send({ method: 'PUT', path: target, body: JSON.stringify(body), type: 'application/json' }),
    postFile: (target, file, type = 'text/csv') => send({ method: 'POST', path: target, body: file, type }),
    press: async (button, fields = {}) => {
      const form = readForms(page?.html ?? '', path).find(one => one.buttons.has(button))
      if (!form) throw new Error(`No button ${button} on the page “${page?.heading}”`)
      const values = { ...form.fields, ...fields, ...form.buttons.get(button)?.fields }
      const action = form.buttons.get(button)?.action ?? form.action
      if (form.method === 'post') return follow(await post(action, values))
      return send({ method: 'GET', path: `${action}?${new URLSearchParams(values)}` })
    },
  }
}

function headersOf({
  address,
  cookies,
  type,
}: {
  address: string
  cookies: Map<string, string>
  type: string | undefined
}) {
  return {
    'x-forwarded-for': address,
    'sec-fetch-site': 'same-origin',
    accept: type === undefined || type === 'application/x-www-form-urlencoded' ? 'text/html' : 'application/json',
    'user-agent': 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(type && { 'content-type': type }),
  }
}

type Asking = { method: string; headers: Record<string, string>; body: string | Buffer | undefined }

function ask(url: URL, { method, headers, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, async response => {
      const html = await text(response)
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        html,
        location: response.headers.location,
        heading: decode(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function keepCookies(cookies: Map<string, string>, set: string | string[] | undefined): void {
  for (const line of [set ?? []].flat()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

type Form = {
  method: string
  action: string
  fields: Record<string, string>
  buttons: Map<string, { action: string | undefined; fields: Record<string, string> }>
}

function readForms(html: string, path: string): Form[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({
    method: attribute(head, 'method') ?? 'get',
    action: attribute(head, 'action') ?? path,
    fields: Object.fromEntries(
      [...body.matchAll(/<input([^>]*)>/g)].map(([, input = '']) => [
        attribute(input, 'name') ?? '',
        attribute(input, 'value') ?? '',
      ]),
    ),
    buttons: new Map(
      [...body.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(([, button = '', label = '']) => [
        decode(label.replace(/<[^>]+>/g, '')).trim(),
        {
          action: attribute(button, 'formaction'),
          fields: attribute(button, 'name')
            ? { [attribute(button, 'name') ?? '']: attribute(button, 'value') ?? '' }
            : {},
        },
      ]),
    ),
  }))
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
