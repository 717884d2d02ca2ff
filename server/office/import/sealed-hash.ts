import type { Secrets } from '../../platform/settings/secrets.ts'

const purpose = 'imported password hash'
const sealed = /^sealed\.([\w-]+)\.([\w-]+)$/

type Cell = { secrets: Secrets; importId: string; text: string }

/**
 * Encrypts the hash in a cell of an uploaded file, before it is stored: rows are kept for days, and screens and downloads
 * show their cells.
 */
export function sealHash({ secrets, importId, text }: Cell): string {
  const plain = text.trim()
  if (plain === '') return ''
  const { keyId, bytes } = secrets.seal(purpose, Buffer.from(plain), importId)
  return `sealed.${keyId}.${bytes.toString('base64url')}`
}

export const isSealed = (text: string): boolean => sealed.test(text)

/** Undefined if the cell was not sealed at the upload of this import, or with a key that is gone. */
export function openHash({ secrets, importId, text }: Cell): string | undefined {
  const [, keyId = '', bytes = ''] = sealed.exec(text) ?? []
  if (keyId === '') return undefined
  return secrets.open(purpose, { keyId, bytes: Buffer.from(bytes, 'base64url') }, importId)?.toString()
}
