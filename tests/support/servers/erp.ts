import type { TestApp } from './app.ts'

type Call = { token: string; body?: unknown }

/** Calls `/api/v1` as another system does: with a token, and without cookies. */
export async function callAsSystem(app: TestApp, line: string, { token, body }: Call) {
  const [method = '', path = ''] = line.split(' ')
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

type Results = { body: { results: { outcome: string }[] } }

export const outcomesOf = ({ body }: Results): string[] => body.results.map(({ outcome }) => outcome)

export const tea = {
  code: 'ERP-1',
  name: 'Breakfast tea',
  category: 'Drinks > Hot drinks',
  priceCents: 420,
  packSize: 12,
}
