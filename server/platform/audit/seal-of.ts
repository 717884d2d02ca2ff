import type { Mac, Secrets } from '../settings/secrets.ts'

/** A row of the audit as the database spells it, so that no change is too small to show: microseconds, and jsonb as text. */
export type SealedRow = {
  id: string
  atMicroseconds: string
  action: string
  actor: string
  actorAccountId: string | null
  accountId: string | null
  network: string | null
  device: string | null
  details: string
}

/** The place in the chain, counted from 1, and the seal at the previous place. The first row has none. */
export type Link = {
  place: number
  before: Buffer | undefined
  row: SealedRow
  /** Milliseconds since 1970; null in seals from before the time was part of them. */
  sealedAtMs: string | null
}

const purpose = 'audit seal'

/** The seal binds the row to its place and to all rows before it. Only the holder of the key can make one. */
export function sealOf(secrets: Secrets, link: Link): Mac {
  return secrets.hmac(purpose, ...partsOf(link))
}

/** The same seal under the key that made it. Undefined if that key is gone. */
export function sealWith(secrets: Secrets, keyId: string, link: Link): Buffer | undefined {
  return secrets.hmacWith(keyId, purpose, ...partsOf(link))
}

function partsOf({ place, before, row, sealedAtMs }: Link): (Buffer | string)[] {
  // A list fixes the order of the fields. JSON keeps null and the empty text apart.
  const fields = [
    row.id,
    row.atMicroseconds,
    row.action,
    row.actor,
    row.actorAccountId,
    row.accountId,
    row.network,
    row.device,
    row.details,
  ]
  const parts = [String(place), before ?? Buffer.alloc(0), JSON.stringify(fields)]
  return sealedAtMs === null ? parts : [...parts, sealedAtMs]
}
