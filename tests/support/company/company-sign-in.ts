import { randomUUID } from 'node:crypto'
import type { CompanyProviderDraft } from '../../../shared/contract/company-sign-in.ts'
import type { TestApp } from '../servers/app.ts'
import { type Answer, createVisitor, type Visitor } from '../servers/visitor.ts'

const companyDomain = 'harbourvale.example'
/** The test providers are on this machine, over http. */
export const companyEnv = { COMPANY_SIGN_IN_ALLOWED_HOSTS: '127.0.0.1' }

export async function addProvider(
  app: TestApp,
  { issuer, ...more }: Partial<CompanyProviderDraft> & { issuer: string },
): Promise<string> {
  const id = more.id ?? randomUUID()
  const draft: CompanyProviderDraft = {
    id,
    name: 'Harbour Login',
    issuer,
    clientId: 'fieldkey',
    secret: 'the client secret',
    domains: [companyDomain],
    audiences: ['device', 'scan', 'dual', 'admin'],
    isOnlyWay: false,
    countsAsBothSteps: false,
    creates: null,
    ...more,
  }
  const saved = await app.actions.saveCompanyProvider({ draft, authority: { actor: 'command-line' } })
  if (saved.kind !== 'saved') throw new Error(`The provider was not saved: ${saved.kind}`)
  return id
}

/** Where the page before the provider leads to. */
export function leadsTo({ headers }: Pick<Answer, 'headers'>): URL {
  const [, address = ''] = /^0; url=(.*)$/.exec(String(headers.refresh ?? '')) ?? []
  if (address === '') throw new Error('The page leads to no provider')
  return new URL(address)
}

export async function begin(visitor: Visitor, providerId: string, at = '/sign-in'): Promise<URL> {
  const answer = await visitor.post(`/sign-in/company?at=${encodeURIComponent(at)}`, { provider: providerId })
  return leadsTo(answer)
}

/** The redirect of a provider that asks nothing: the path at Fieldkey with the code. */
export async function redirectOf(address: URL): Promise<string> {
  const answer = await createVisitor(address.origin, '127.0.0.1').get(address.pathname + address.search)
  const back = new URL(answer.location ?? '')
  return back.pathname + back.search
}

/** A complete visit of a provider that asks nothing. */
export async function visit(visitor: Visitor, providerId: string, at?: string): Promise<Answer> {
  return visitor.get(await redirectOf(await begin(visitor, providerId, at)))
}
