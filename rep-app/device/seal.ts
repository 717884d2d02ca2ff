import type { Table } from 'dexie'

export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
export type KeyRow = { accountId: string; key: CryptoKey }
export type Labelled = { id: string; accountId: string; type: string }

/**
 * Encrypts captured items with AES-256-GCM. The key is random and can't be exported from the browser, so copied files
 * are useless. It doesn't depend on the password, so a reset never makes an order unreadable.
 */
export function createSealing(keys: Table<KeyRow, string>) {
  const known = new Map<string, CryptoKey>()
  // A browser that erases the data of the site closes the database: a key that is no longer stored must seal nothing.
  keys.db.on('close', () => known.clear())
  const getKey = async (accountId: string): Promise<CryptoKey> => {
    const key = known.get(accountId) ?? (await readKey(accountId))
    known.set(accountId, key)
    return key
  }
  const readKey = async (accountId: string): Promise<CryptoKey> => {
    const kept = await keys.get(accountId)
    if (kept) return kept.key
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    // Two tabs may get here concurrently: the first key is kept, because it may have encrypted something already.
    await keys.add({ accountId, key }).catch(() => undefined)
    const row = await keys.get(accountId)
    if (!row) throw new Error('The key that seals captured items could not be stored')
    return row.key
  }
  const labelOf = ({ id, accountId, type }: Labelled) => new TextEncoder().encode(JSON.stringify([id, accountId, type]))

  return {
    async seal(row: Labelled, payload: object): Promise<Sealed> {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const text = new TextEncoder().encode(JSON.stringify(payload))
      const how = { name: 'AES-GCM', iv, additionalData: labelOf(row) }
      return { iv, bytes: await crypto.subtle.encrypt(how, await getKey(row.accountId), text) }
    },
    async open<Payload>(row: Labelled & { sealed: Sealed }): Promise<Payload> {
      const how = { name: 'AES-GCM', iv: row.sealed.iv, additionalData: labelOf(row) }
      const text = await crypto.subtle.decrypt(how, await getKey(row.accountId), row.sealed.bytes)
      return JSON.parse(new TextDecoder().decode(text))
    },
  }
}
