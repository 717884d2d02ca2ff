import { Events, OAuth2Server } from 'oauth2-mock-server'

/** How the provider answers from now on. Everything that is left out is right. */
export type MockAnswer = {
  claims?: Record<string, unknown>
  /** Claims that the token lacks. */
  without?: string[]
  /** The token has no signature (alg none). */
  isUnsigned?: boolean
  /** Signs with a key that its address for keys doesn't list. */
  isForged?: boolean
  /** The issuer that the redirect names (RFC 9207). */
  issInRedirect?: string
}

export type MockOrder = { kind: 'answer'; answer: MockAnswer } | { kind: 'rotate' }

/** The provider of another author, in its own process. Its parent says how it answers. */
const server = new OAuth2Server()
let key = await server.issuer.keys.generate('RS256')
let answer: MockAnswer = {}

server.service.on(Events.BeforeTokenSigning, token => {
  token.header.kid = key.kid
  Object.assign(token.payload, answer.claims)
  for (const claim of answer.without ?? []) delete token.payload[claim]
})
server.service.on(Events.BeforeResponse, response => {
  if (response.body === '') return
  const [head = '', body = '', signature = ''] = String(response.body.id_token).split('.')
  if (answer.isUnsigned) response.body.id_token = `${encode({ alg: 'none' })}.${body}.`
  if (answer.isForged) response.body.id_token = `${head}.${body}.${signature.split('').reverse().join('')}`
})
server.service.on(Events.BeforeAuthorizeRedirect, redirect => {
  if (answer.issInRedirect) redirect.url.searchParams.set('iss', answer.issInRedirect)
})

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

process.on('message', async (order: MockOrder) => {
  if (order.kind === 'rotate') key = await server.issuer.keys.generate('RS256')
  else answer = order.answer
  process.send?.({ kind: 'done' })
})
process.on('disconnect', () => process.exit())

await server.start(0, '127.0.0.1')
server.issuer.url = `http://127.0.0.1:${server.address().port}`
process.send?.({ kind: 'started', issuer: server.issuer.url })
