import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../settings/secrets.ts'
import { isMailAddress } from './smtp-settings.ts'

const purpose = 'return path'
const idBytes = 16
/** 96 bits: guessed online, through a mail server. */
const macBytes = 12
const tokenLength = 44
const longestLocalPart = 64

export type ReturnPath = {
  /** The envelope sender of one message (VERP): whatever comes back to it is about that message. */
  addressOf(messageId: string): string
  /** The message whose return path stands in the text, if it is one that we made; what else stands there counts for nothing. */
  findMessageId(text: string): string | undefined
}

/**
 * The address that bounces go to, with a token of each message's own. A bounce needs no other proof: who was not sent
 * the message does not know its token. Lower case and digits alone, because some servers fold the letters of a name.
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
  /** The message whose token stands in the text, by default alone in it. */
  findMessageId(text: string, pattern?: RegExp): string | undefined
}

/** What only one message bears. It also travels as a header, since some providers replace the name of a message. */
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

/** Refuses an address that has no room for the token, or a plus of its own. */
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
