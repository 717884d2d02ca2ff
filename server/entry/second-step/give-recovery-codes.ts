import { replaceRecoveryCodes } from '../../people/factors/recovery-codes.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-code.ts'

type Needs = { clock: Clock; secrets: Secrets }

/** Makes recovery codes that replace all older ones. Only their hashes are kept, so the caller shows them now or never. */
export async function giveRecoveryCodes(tx: Tx, { clock, secrets }: Needs, accountId: string): Promise<string[]> {
  const codes = makeRecoveryCodes()
  const hashes = codes.map(code => hashRecoveryCode(secrets, { accountId, code }))
  await replaceRecoveryCodes(tx, { accountId, hashes, at: clock.now() })
  return codes
}
