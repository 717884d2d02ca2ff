import type { CompanyProviderDraft } from '../../../shared/contract/company-sign-in.ts'
import { isForAdminSite } from '../../../shared/contract/user-lists.ts'
import { sealClientSecret } from '../../entry/company-sign-in/client-secret.ts'
import type { ConnectProvider } from '../../entry/company-sign-in/provider-connection.ts'
import { type CompanyProvider, findProvider, saveProvider } from '../../people/company-providers/providers.store.ts'
import { type Authority, mayGrant } from '../../people/roles/authority.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'
import { countTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'

export type CompanyProviderSaved =
  | { kind: 'saved'; isReachable: boolean }
  | { kind: 'issuer-taken' | 'issuer-fixed' | 'secret-missing' | 'role-above-you' | 'no-such-territory' }

type Needs = { db: Db; clock: Clock; secrets: Secrets; connectProvider: ConnectProvider }
type Command = { draft: CompanyProviderDraft; authority: Authority }

/**
 * Adds or changes a provider. Its operator can sign in as any person that it covers, so only full rights may let it cover
 * users of the admin site.
 */
export function createSaveCompanyProvider(needs: Needs) {
  const { db, clock, connectProvider } = needs
  return async function saveCompanyProvider({ draft, authority }: Command): Promise<CompanyProviderSaved> {
    const saved = await db.transaction().execute(async tx => {
      const provider = await toProvider(tx, needs, draft)
      if ('kind' in provider) return provider
      if (!(await mayCover(tx, { provider, authority }))) return { kind: 'role-above-you' as const }
      const territories = provider.createsTerritoryId === null ? [] : [provider.createsTerritoryId]
      if ((await countTerritories(tx, territories)) < territories.length) return { kind: 'no-such-territory' as const }
      if (!(await saveProvider(tx, { ...provider, at: clock.now() }))) return { kind: 'issuer-taken' as const }
      const { name, issuer, domains, isOnlyWay } = provider
      const details = { provider: name, issuer, domains: domains.join(' '), isOnlyWay }
      await recordEvent(tx, { at: clock.now(), action: 'company-provider-saved', ...authority, details })
      return provider
    })
    if ('kind' in saved) return saved
    const isReachable = await connectProvider(saved).then(
      () => true,
      () => false,
    )
    return { kind: 'saved', isReachable }
  }
}

type Refused = Exclude<CompanyProviderSaved, { kind: 'saved' }>

/** The issuer stays: the linked people are subjects of this issuer. */
async function toProvider(
  tx: Tx,
  { secrets }: Needs,
  { secret, creates, ...draft }: CompanyProviderDraft,
): Promise<CompanyProvider | Refused> {
  const before = await findProvider(tx, draft.id)
  if (before && before.issuer !== draft.issuer) return { kind: 'issuer-fixed' }
  const sealed = secret === undefined ? before?.sealed : sealClientSecret(secrets, { secret, id: draft.id })
  if (!sealed) return { kind: 'secret-missing' }
  return {
    ...draft,
    sealed,
    domains: [...new Set(draft.domains)],
    audiences: [...new Set(draft.audiences)],
    creates: creates?.userType ?? null,
    createsRoleId: creates && isForAdminSite(creates.userType) ? creates.roleId : null,
    createsTerritoryId: creates?.territoryId ?? null,
  }
}

async function mayCover(tx: Tx, { provider, authority }: { provider: CompanyProvider; authority: Authority }) {
  const { audiences, createsRoleId } = provider
  const coversAdministrators = audiences.some(audience => audience === 'admin' || audience === 'dual')
  if (coversAdministrators && !(await mayGrant(tx, { authority, roleId: fullRightsRoleId }))) return false
  return createsRoleId === null || mayGrant(tx, { authority, roleId: createsRoleId })
}
