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
