const bytesOf = (uuid: string) => [...uuid.replaceAll('-', '').matchAll(/../g)].map(([hex]) => Number.parseInt(hex, 16))

/**
 * The id of a rep's cancellation of an order. It is the same each time, so that two taps or two tabs cancel once.
 */
export function cancelIdOf({ orderId, accountId }: { orderId: string; accountId: string }): string {
  const account = bytesOf(accountId)
  const bytes = bytesOf(orderId).map((byte, place) => byte ^ (account[place] ?? 0) ^ 0xca)
  // RFC 9562, 5.8: a UUID of version 8 has bits of the application's choice.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
