import type { CompanyProvider } from '../../people/company-providers/providers.store.ts'
import type { Sealed } from '../../platform/settings/sealed-text.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'

const purpose = 'company client secret'

export function sealClientSecret(secrets: Secrets, { secret, id }: { secret: string; id: string }): Sealed {
  return secrets.seal(purpose, Buffer.from(secret), id)
}

/** Undefined if its key is gone. */
export function openClientSecret(
  secrets: Secrets,
  { sealed, id }: Pick<CompanyProvider, 'sealed' | 'id'>,
): string | undefined {
  return secrets.open(purpose, sealed, id)?.toString()
}
