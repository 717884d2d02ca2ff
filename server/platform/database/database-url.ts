import { resolve } from 'node:path'

/**
 * The driver treats `sslmode=require` as `verify-full`. With this parameter it means what libpq, psql and every manual
 * mean: encrypt, and verify only what the URL requests.
 */
const likeLibpq = 'uselibpqcompat'

/** The connections to try in order: `prefer` and `allow` fall back to one without TLS, as libpq does. */
export function readConnections(databaseUrl: string): string[] {
  const mode = /[?&]sslmode=([\w-]+)/.exec(databaseUrl)?.[1]
  if (mode === undefined || mode === 'no-verify' || databaseUrl.includes(`${likeLibpq}=`)) return [databaseUrl]
  const withMode = (other: string) => `${databaseUrl.replace(/([?&]sslmode=)[\w-]+/, `$1${other}`)}&${likeLibpq}=true`
  if (mode === 'prefer' || mode === 'allow') return [withMode('prefer'), withMode('disable')]
  return [withMode(mode)]
}

/** Host and database. The folder of a socket is named in the parameter `host`. */
export function withoutSecrets(databaseUrl: string): string {
  const place = databaseUrl.replace(/^\w+:\/\/(?:.*@)?/, '').replace(/\?.*$/, '')
  const socketFolder = /[?&]host=([^&]+)/.exec(databaseUrl)?.[1]
  return socketFolder === undefined ? place : `${place} at ${decodeURIComponent(socketFolder)}`
}

/** Which database a command acts on: beside a restored copy, an operator has two of them. */
export const nameDatabase = ({ databaseUrl, dataDir }: { databaseUrl?: string | undefined; dataDir: string }) =>
  databaseUrl === undefined ? `the database in ${resolve(dataDir)}` : `the database ${withoutSecrets(databaseUrl)}`
