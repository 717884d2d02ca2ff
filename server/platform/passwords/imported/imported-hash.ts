import { cheapEnough } from './bounds.ts'
import { readKeyed } from './keyed-hash.ts'

/** The kinds of hashes that can be imported, in the words of the preview. */
export type HashKind = 'argon2' | 'bcrypt' | 'scrypt' | 'PBKDF2'

export type ImportedHash =
  | { kind: 'read'; of: HashKind }
  /** Quick to guess: md5, sha1 and relatives. */
  | { kind: 'weak' }
  /** Checking one password would take too long, or too much memory. */
  | { kind: 'costly' }
  | { kind: 'unknown' }

const argon2 =
  /^(?:argon2)?\$argon2(?:id|i|d)\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$[\w+/]{11,86}\$[\w+/]{21,86}$/
const bcrypt = /^(?:bcrypt(?:_sha256)?\$)?\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/

/** LDAP schemes, crypt(3) of MD5, phpass, Django's plain digests, and bare digests in hexadecimal. */
const weak =
  /^(?:\{S?(?:MD5|SHA)\}|\{(?:CRYPT|CLEARTEXT)\}|\$1\$|\$apr1\$|\$[PH]\$|(?:md5|sha1|unsalted_md5|unsalted_sha1)\$|(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$)/i

/** Says what a hash of another system is, and whether its cost is bearable. */
export function readImportedHash(text: string): ImportedHash {
  const judge = (of: HashKind, isCheap: boolean): ImportedHash => (isCheap ? { kind: 'read', of } : { kind: 'costly' })
  const [, memory, passes, lanes] = argon2.exec(text) ?? []
  if (memory !== undefined) {
    return judge('argon2', cheapEnough.argon2({ memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }))
  }
  const [, cost] = bcrypt.exec(text) ?? []
  if (cost !== undefined) return judge('bcrypt', cheapEnough.bcrypt(Number(cost)))
  const keyed = readKeyed(text)
  if (keyed?.of === 'scrypt') return judge('scrypt', cheapEnough.scrypt(keyed))
  if (keyed) return judge('PBKDF2', cheapEnough.pbkdf2(keyed.iterations))
  return weak.test(text) ? { kind: 'weak' } : { kind: 'unknown' }
}
