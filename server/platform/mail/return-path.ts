import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../settings/secrets.ts'
import { isMailAddress } from './smtp-settings.ts'

const purpose = 'return path'
const idBytes = 16
/** 96 bits are enough: guesses are online, through a mail server. */
const macBytes = 12
const tokenLength = 44
const longestLocalPart = 64

export type ReturnPath = {
  /** The envelope sender of one message (VERP). Any mail sent to it is about that message. */
  addressOf(messageId: string): string
  /** Finds the message whose return path appears in the text, if we made that path. Ignores everything else. */
  findMessageId(text: string): string | undefined
}

/**
 * Creates the addresses that receive bounces, each with a token of its message. A bounce needs no other proof: only
 * recipients of the message know its token. The token uses lower case and digits only, because some servers fold the
 * case of a local part.
 */
export function createReturnPath({ secrets, address }: { secrets: Secrets; address: string }): ReturnPath {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  const { tokenOf, findMessageId } = createMessageTokens({ secrets })
  return {
    addressOf: messageId => `${local}+${tokenOf(messageId)}@${domain}`,
    findMessageId: text => findMessageId(text, new RegExp(`\\+([0-9a-z]{${tokenLength}})@`, 'gi')),
  }
}

export type MessageTokens = {
  tokenOf(messageId: string): string
  /** Finds the message whose token appears in the text. By default the token is the whole text. */
  findMessageId(text: string, pattern?: RegExp): string | undefined
}

/**
 * Creates the token that identifies one message. It also travels as a header, since some providers replace the
 * Message-ID.
 */
export function createMessageTokens({ secrets }: { secrets: Secrets }): MessageTokens {
  const whole = new RegExp(`^([0-9a-z]{${tokenLength}})$`, 'gi')
  const isOurs = (id: Buffer, mac: Buffer) =>
    secrets.keyIds.some(keyId => {
      const expected = secrets.hmacWith(keyId, purpose, id)?.subarray(0, macBytes)
      return expected !== undefined && timingSafeEqual(expected, mac)
    })
  return {
    tokenOf: messageId => {
      const id = Buffer.from(messageId.replaceAll('-', ''), 'hex')
      const token = Buffer.concat([id, secrets.hmac(purpose, id).mac.subarray(0, macBytes)])
      return toText(token)
    },
    findMessageId: (text, pattern = whole) => {
      for (const [, token = ''] of text.matchAll(pattern)) {
        const bytes = toBytes(token)
        const id = bytes?.subarray(0, idBytes)
        if (bytes && id && isOurs(id, bytes.subarray(idBytes))) return toUuid(id)
      }
      return undefined
    },
  }
}

/** Rejects an address that has no room for the token or already has a plus. */
export function readBounceAddress(text: string): string {
  const local = text.slice(0, text.lastIndexOf('@'))
  if (isMailAddress(text) && !local.includes('+') && local.length + 1 + tokenLength <= longestLocalPart) return text
  throw new Error('BOUNCE_ADDRESS must be an address with a short name and without a plus, such as bounces@example.com')
}

const toText = (bytes: Buffer) =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(36)
    .padStart(tokenLength, '0')

function toBytes(text: string): Buffer | undefined {
  let number = 0n
  for (const digit of text) number = number * 36n + BigInt(Number.parseInt(digit, 36))
  const hex = number.toString(16).padStart((idBytes + macBytes) * 2, '0')
  return hex.length === (idBytes + macBytes) * 2 ? Buffer.from(hex, 'hex') : undefined
}

function toUuid(id: Buffer): string {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
