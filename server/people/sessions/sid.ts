import { createHash } from 'node:crypto'

/** The id of a sign-in that its app sees (`sid`), from the hash of the grant: the grant's own id stays a secret. */
export function sidOf(grantHash: Buffer): string {
  return createHash('sha256').update('sid').update(grantHash).digest('base64url')
}
