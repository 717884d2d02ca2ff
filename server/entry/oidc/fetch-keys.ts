import type { RequestOutside } from '../../platform/outgoing/request-outside.ts'

/** How the provider reads the keys of an app from their address: through the guard of all outgoing requests. */
export function createFetchKeys(requestOutside: RequestOutside) {
  return async function fetchKeys(url: string | URL | Request): Promise<Response> {
    const headers = { accept: 'application/json', 'user-agent': 'Fieldkey' }
    const { status, answer, failure } = await requestOutside(String(url), { method: 'GET', headers })
    if (status === null || failure !== '') throw new Error(failure)
    return new Response(answer, { status, headers: { 'content-type': 'application/json' } })
  }
}
