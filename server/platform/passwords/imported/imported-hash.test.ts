import { expect, test } from 'vitest'
import { foreignHashes, foreignPassword } from '../../../../tests/support/people/foreign-hashes.ts'
import { createPasswordHashing } from '../password-hashing.ts'
import { readImportedHash } from './imported-hash.ts'
import { importedPrefix } from './verify-imported.ts'

const size = {
  waiting: 100,
  reserved: 1,
  reservedPerPerson: 1,
  perNetwork: [50, 60, 75],
  refusedPerNetwork: [20, 40, 60],
  retryAfterSeconds: 5,
}
const hashing = createPasswordHashing({ parameters: { memoryKiB: 8, passes: 1, lanes: 1 }, size: size as never })

function verify(hash: string, password: string) {
  return hashing.inTurn({ network: '198.51.100.7' }, hasher => hasher.verify(importedPrefix + hash, password))
}

test.for(Object.entries(foreignHashes))(
  'verifies a hash of the format %s, and asks for a new one',
  async ([name, hash]) => {
    expect(readImportedHash(hash)).toEqual({ kind: 'read', of: name.split(' ')[0] })
    expect(await verify(hash, foreignPassword)).toEqual({ isCorrect: true, isOutdated: true })
    for (const wrong of ['', foreignPassword.toLowerCase(), `${foreignPassword} `])
      expect(await verify(hash, wrong)).toMatchObject({ isCorrect: false })
  },
)

test('refuses md5, sha1 and other hashes that are guessed quickly', () => {
  const weak = `5f4dcc3b5aa765d61d8327deb882cf99 {SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g= {SSHA}x {MD5}X03MO1qnZdYdgyfeuILPmQ== {SMD5}x
    $1$salt$hash $apr1$salt$hash sha1$salt$hash md5$salt$hash $P$Babcdefghijklmnopqrstuvwxyz01234 $H$9abc
    5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8`
  for (const hash of weak.split(/\s+/)) expect(readImportedHash(hash), hash).toEqual({ kind: 'weak' })
})

test('refuses a plain password, a damaged hash and a scheme that it does not know', () => {
  const { argon2 } = foreignHashes
  const unknown = [
    'hunter2',
    '',
    argon2.slice(0, 40),
    `${argon2}x!`,
    '$5$salt$hash',
    '$6$salt$hash',
    '$2b$05$short',
    'AQAAAA==',
  ]
  for (const hash of unknown) expect(readImportedHash(hash), hash).toEqual({ kind: 'unknown' })
  expect(
    readImportedHash('AQAAAAEAAAfQ/////7vEP+Hg8gEP86Kfv9OZKFOhpiRdl7MygSl3lEqU2T4NBojq6aYi9e0PPWwftmNLLQ=='),
  ).toEqual({
    kind: 'unknown',
  })
})

test('refuses a hash whose check would hold up other sign-ins', () => {
  const costly = [
    '$argon2id$v=19$m=1048576,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaGhhc2g',
    '$argon2id$v=19$m=65536,t=99,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaGhhc2g',
    foreignHashes['bcrypt 2b'].replace('$05$', '$31$'),
    foreignHashes.scrypt.replace('ln=10', 'ln=30'),
    foreignHashes['scrypt of Django'].replace('$1024$', '$1073741824$'),
    foreignHashes['PBKDF2 of Django'].replace('$2000$', '$90000000$'),
  ]
  for (const hash of costly) expect(readImportedHash(hash), hash).toEqual({ kind: 'costly' })
})
