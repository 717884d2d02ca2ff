import { normalise } from '../shared/strength/code-points.ts'
import { formsToLookUp, LEAKED_BYTES, SHARD_CHARACTERS } from '../shared/strength/leaked-hash.ts'

/** Answers the remainders of all leaked hashes that begin with these three hexadecimal characters. */
export type AskForShard = (prefix: string) => Promise<string[]>

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest).subarray(0, LEAKED_BYTES)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends three of the 64 characters of a hash, and nothing else. If the request fails, the server checks on saving. */
export async function lookUpLeaked(password: string, ask: AskForShard): Promise<boolean> {
  const isListed = async (form: string) => {
    const hashed = await hash(form)
    const rests = await ask(hashed.slice(0, SHARD_CHARACTERS))
    return rests.includes(hashed.slice(SHARD_CHARACTERS))
  }
  try {
    const answers = await Promise.all(formsToLookUp(normalise(password)).map(isListed))
    return answers.includes(true)
  } catch {
    return false
  }
}
