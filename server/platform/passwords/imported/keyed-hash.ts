type Digest = 'sha1' | 'sha256' | 'sha512'
type Derived = { salt: Buffer; key: Buffer }

export type Pbkdf2Hash = Derived & { of: 'pbkdf2'; digest: Digest; iterations: number }
export type ScryptHash = Derived & { of: 'scrypt'; N: number; r: number; p: number }

/** Formats of PBKDF2 and scrypt. The first that fits reads the hash. */
const formats: readonly ((text: string) => Pbkdf2Hash | ScryptHash | undefined)[] = [
  // Django: pbkdf2_sha256$600000$salt$base64, scrypt$salt… with N, r and p.
  text => pbkdf2(/^pbkdf2_(sha1|sha256)\$(\d+)\$([^$]{1,100})\$([A-Za-z0-9+/]+=*)$/.exec(text), plain, base64),
  text => {
    const [, N, salt, r, p, key] = /^scrypt\$(\d+)\$([^$]{1,100})\$(\d+)\$(\d+)\$([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
    return N && salt && key ? scrypt([N, r, p], plain(salt), base64(key)) : undefined
  },
  // PHC strings of passlib, and LDAP: {PBKDF2-SHA256}10000$salt$key, in base64 with . for +.
  text => pbkdf2(/^\$pbkdf2-(sha1|sha256|sha512)\$(\d+)\$([\w./]+)\$([\w./]+)$/.exec(text), adapted, adapted),
  text => pbkdf2(/^\{PBKDF2-(SHA1|SHA256|SHA512)\}(\d+)\$([\w./]+)\$([\w./]+)$/i.exec(text), adapted, adapted),
  text => {
    const [, ln, r, p, salt, key] = /^\$scrypt\$ln=(\d\d?),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text) ?? []
    return ln && salt && key ? scrypt([String(2 ** Number(ln)), r, p], base64(salt), base64(key)) : undefined
  },
  // Werkzeug: pbkdf2:sha256:600000$salt$hexadecimal, scrypt:32768:8:1$salt$hexadecimal.
  text => pbkdf2(/^pbkdf2:(sha1|sha256|sha512):(\d+)\$([^$]{1,100})\$([0-9a-f]+)$/.exec(text), plain, hex),
  text => {
    const [, N, r, p, salt, key] = /^scrypt:(\d+):(\d+):(\d+)\$([^$]{1,100})\$([0-9a-f]+)$/.exec(text) ?? []
    return N && salt && key ? scrypt([N, r, p], plain(salt), hex(key)) : undefined
  },
  readAspNet,
]

export function readKeyed(text: string): Pbkdf2Hash | ScryptHash | undefined {
  if (text.length > 1000) return undefined
  for (const read of formats) {
    const found = read(text)
    if (found && found.salt.length > 0 && found.key.length >= 16 && found.key.length <= 256) return found
  }
  return undefined
}

const plain = (text: string) => Buffer.from(text)
const base64 = (text: string) => Buffer.from(text, 'base64')
const hex = (text: string) => Buffer.from(text, 'hex')
const adapted = (text: string) => Buffer.from(text.replaceAll('.', '+'), 'base64')

type ToBytes = (text: string) => Buffer

function pbkdf2(found: RegExpExecArray | null, readSalt: ToBytes, readKey: ToBytes): Pbkdf2Hash | undefined {
  const [, digest, iterations, salt, key] = found ?? []
  if (digest === undefined || salt === undefined || key === undefined) return undefined
  const name = digest.toLowerCase() as Digest
  return { of: 'pbkdf2', digest: name, iterations: Number(iterations), salt: readSalt(salt), key: readKey(key) }
}

function scrypt([N, r, p]: (string | undefined)[], salt: Buffer, key: Buffer): ScryptHash {
  return { of: 'scrypt', N: Number(N), r: Number(r), p: Number(p), salt, key }
}

const digests: readonly Digest[] = ['sha1', 'sha256', 'sha512']

/** ASP.NET Identity, version 3: 01, then digest, iterations and length of the salt in four bytes each, salt and key. */
function readAspNet(text: string): Pbkdf2Hash | undefined {
  if (!/^AQAAAA[A-Za-z0-9+/]{60,200}=*$/.test(text)) return undefined
  const bytes = base64(text)
  const digest = digests[bytes.readUInt32BE(1)]
  const end = 13 + bytes.readUInt32BE(9)
  if (digest === undefined || end >= bytes.length) return undefined
  return {
    of: 'pbkdf2',
    digest,
    iterations: bytes.readUInt32BE(5),
    salt: bytes.subarray(13, end),
    key: bytes.subarray(end),
  }
}
