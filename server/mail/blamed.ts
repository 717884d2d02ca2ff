/**
 * Whom a permanent refusal is about (RFC 3463, 3.2 to 3.5): the address itself, or our sender, our sign-in, the message
 * or somebody's policy. Only the first says anything about the person.
 */

const aboutAddress = /^5\.(?:1\.(?:0|1|2|3|4|6|10)|2\.(?:0|1|2|4)|4\.(?:1|4))$/
/** 5.1.7, 5.1.8: the sender's address. 5.7.8, 5.7.9: the sign-in. 5.7.27: the sender's domain takes no mail. */
const aboutUs = /^5\.(?:1\.[78]|7\.(?:8|9|27))$/
/** Without an enhanced code: mailbox unavailable, gone, full, not a name, a domain that takes no mail. */
const repliesAboutAddress = /^55[01236](?=\D|$)/
const repliesAboutUs = /^53[0458](?=\D|$)/

type Refusal = {
  /** What the server said, the reply code first: `550 5.1.1 no such mailbox`. */
  answer: string
  /** As a report states it apart from the answer. */
  status?: string | undefined
  /** Whether the server had heard of nothing but the recipient: only then a bare reply code is about the address. */
  isAtRecipient: boolean
}

export function blamesAddress({ answer, status, isAtRecipient }: Refusal): boolean {
  const code = enhancedCodeOf(answer) ?? (status === undefined ? undefined : meaningOf(status))
  return code === undefined ? isAtRecipient && repliesAboutAddress.test(answer) : aboutAddress.test(code)
}

export function blamesUs(answer: string): boolean {
  const code = enhancedCodeOf(answer)
  return repliesAboutUs.test(answer) || (code !== undefined && aboutUs.test(code))
}

function enhancedCodeOf(answer: string): string | undefined {
  return meaningOf(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?=\D|$)/.exec(answer)?.[1] ?? '')
}

/** 5.0.0 means that the server has nothing to say. */
function meaningOf(status: string): string | undefined {
  return /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) && !status.endsWith('.0.0') ? status : undefined
}
