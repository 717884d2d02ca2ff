import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'

const purpose = 'company sign-in'

const shape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The sign-in form that it began at. */
  at: z.string(),
  /** The session that links the identity to its account; absent for a sign-in. */
  linksFor: z.string().optional(),
  expiresAt: z.number(),
})

/** What a browser brings back from the provider. */
export type CompanyTicket = z.infer<typeof shape>

type Needs = { secrets: Secrets; clock: Clock }

/** Seals what belongs to one visit of a provider, for a cookie: the visit is bound to this browser, and no row is needed. */
export function sealTicket(secrets: Secrets, { ticket, providerId }: { ticket: CompanyTicket; providerId: string }) {
  const { keyId, bytes } = secrets.seal(purpose, Buffer.from(JSON.stringify(ticket)), providerId)
  return `${keyId}.${bytes.toString('base64url')}`
}

/** Undefined if it isn't ours, belongs to another provider (RFC 9700, mix-up), or has expired. */
export function openTicket(
  { secrets, clock }: Needs,
  { sealed, providerId }: { sealed: string | undefined; providerId: string },
): CompanyTicket | undefined {
  const [keyId = '', bytes = ''] = sealed?.split('.') ?? []
  const opened = secrets.open(purpose, { keyId, bytes: Buffer.from(bytes, 'base64url') }, providerId)
  if (!opened) return undefined
  const ticket = shape.parse(JSON.parse(opened.toString()))
  return ticket.expiresAt > clock.now().getTime() ? ticket : undefined
}
