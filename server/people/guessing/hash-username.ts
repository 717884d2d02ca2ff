import type { Secrets } from '../../platform/settings/secrets.ts'

/** Counters are keyed by an HMAC of the username key, so the database holds no readable list of guessed usernames. */
export function hashUsername(secrets: Secrets, usernameKey: string): Buffer {
  return secrets.hmac('username', usernameKey).mac
}
