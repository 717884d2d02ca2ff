import type { ProblemAnswer } from '../../shared/contract/problem.ts'

/** A refusal or an error of the server, in words for people. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly kind: string | undefined
  readonly title: string

  constructor({ status, kind, title, text }: ProblemAnswer['problem']) {
    super(text)
    this.status = status
    this.kind = kind
    this.title = title
  }
}

const noConnection = {
  status: 0,
  title: 'No connection',
  text: 'Nothing was changed. Try again when you are online.',
}

const noAnswer = {
  status: 0,
  title: "The server isn't answering",
  text: 'Check your connection, then try again.',
}

/** The command may have reached the server before the connection broke. */
const lostAnswer = {
  status: 0,
  title: "The server's answer didn't arrive",
  text: 'Reload the page to see whether it was saved. If it was not, try again.',
}

/** A file is a CSV, or a picture by its own type. */
type Sent = { order?: object; file?: Blob }

/** Reads from the API, sends a command or uploads a file. A signed-out user goes to the sign-in form. Every other refusal is thrown as `Refused`. */
export async function ask<Answer>(path: string, sent: Sent = {}): Promise<Answer> {
  const isCommand = sent.order !== undefined || sent.file !== undefined
  if (isCommand && !navigator.onLine) throw new Refused(noConnection)
  const lost = isCommand ? lostAnswer : noAnswer
  const answer = await send(path, sent, lost)
  const said = await answer.json().catch(() => undefined)
  if (said === undefined) throw new Refused(lost)
  return said
}

/** Requests a file and downloads it under this name. */
export async function askForFile(path: string, { order, name }: { order: object; name: string }): Promise<void> {
  const answer = await send(path, { order }, noAnswer)
  const file = await answer.blob().catch(() => undefined)
  if (!file) throw new Refused(noAnswer)
  const href = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  URL.revokeObjectURL(href)
}

async function send(path: string, sent: Sent, lost: typeof lostAnswer): Promise<Response> {
  const body = sent.file ?? (sent.order && JSON.stringify(sent.order))
  const isPicture = sent.file?.type.startsWith('image/')
  const type = sent.file ? (isPicture ? sent.file.type : 'text/csv') : 'application/json'
  const answer = await fetch(`/api${path}`, {
    ...(body !== undefined && { method: 'POST', body }),
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': type }) },
  }).catch(() => undefined)
  if (!answer) throw new Refused(lost)
  if (answer.ok) return answer
  const said = await answer.json().catch(() => undefined)
  if (answer.status === 401) location.assign('/sign-in')
  throw new Refused(said?.problem ?? noAnswer)
}

export type Confirmed = { kind: 'confirmed' } | { kind: 'wrong' } | { kind: 'wait' }

/** Confirms the user's password, and the code if there is one. The account page takes them: the API accepts no password. */
export async function confirmYourself({ password, code }: { password: string; code: string }): Promise<Confirmed> {
  const answer = await fetch('/account/confirm', {
    method: 'POST',
    body: new URLSearchParams({ currentPassword: password, code }),
    redirect: 'manual',
  }).catch(() => undefined)
  if (!answer) throw new Refused(noAnswer)
  if (answer.type === 'opaqueredirect') return { kind: 'confirmed' }
  return { kind: answer.status === 422 ? 'wrong' : 'wait' }
}
