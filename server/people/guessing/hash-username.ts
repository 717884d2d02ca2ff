import type { Secrets } from '../../platform/settings/secrets.ts'

/** What counters are kept by: an HMAC of the compared username, known or not, so that no list of guesses can be read. */
export function hashUsername(secrets: Secrets, usernameKey: string): Buffer {
  return secrets.hmac('username', usernameKey).mac
}
