import type { CompanyProviderDraft, ListedCompanyProvider } from '../../shared/contract/company-sign-in.ts'

/** The id is made here: the redirect URI holds it, and providers ask for that before they show a secret. */
export const emptyCompanyDraft = (): CompanyProviderDraft => ({
  id: crypto.randomUUID(),
  name: '',
  issuer: '',
  clientId: '',
  domains: [],
  audiences: ['device', 'scan'],
  isOnlyWay: false,
  countsAsBothSteps: false,
  creates: null,
})

/** What an administrator changes of a provider that exists. Its secret stays unless a new one is typed. */
export function toCompanyDraft({ redirectUri: _, ...provider }: ListedCompanyProvider): CompanyProviderDraft {
  return provider
}

export const readDomains = (typed: string): string[] => typed.split(/[\s,;]+/).filter(domain => domain !== '')
