/**
 * Decides what a permanent refusal is about (RFC 3463, 3.2 to 3.5): the address itself, or our sender, our sign-in, the
 * message or a policy. Only a refusal of the address says anything about the recipient.
 */

/**
 * 5.4.310: Exchange's "the domain does not exist in DNS". 5.6.7: a server without support for non-ASCII addresses (RFC
 * 6531).
 */
const aboutAddress = /^5\.(?:1\.(?:0|1|2|3|4|6|10)|2\.(?:0|1|2|4)|4\.(?:1|4|310)|6\.7)$/
/**
 * 5.1.7, 5.1.8: the sender's address. 5.7.8, 5.7.9, 5.7.14: the sign-in. 5.7.20 to 5.7.30: DKIM, SPF, DMARC and the
 * name of our address (RFC 7372, RFC 7505). The others are Exchange's: who may send as whom, and from where.
 */
const aboutUs = /^5\.(?:1\.[78]|2\.252|7\.(?:8|9|14|2\d|30|5[147]|6[04]|50[1-3]|6[0-4]\d|70[58]))$/
/**
 * Wording that servers use with a catch-all code (5.7.1) or with no code. 504 and "Helo" refuse the name in our
 * greeting, but some servers say so only after RCPT TO.
 */
const wordsAboutUs = new RegExp(
  [
    'relay(?:ing)?(?: access)? (?:is )?(?:denied|prohibited|not (?:permitted|allowed))',
    '(?:unable|not (?:permitted|allowed)) to relay',
    'send ?as ?denied|send as this sender|not owned by user',
    '(?:helo|ehlo)\\b.*(?:reject|invalid|need)|(?:reject|invalid|bad) (?:helo|ehlo)|need fully.qualified hostname',
    'sender (?:address|domain|verify|verification)\\b.*(?:reject|fail|denied)|invalid sender',
    'client host\\b.*(?:reject|blocked)|reverse dns|\\bptr\\b',
    'authentication (?:is )?required|not authenticated|must issue a starttls',
  ].join('|'),
  'i',
)
/** Replies without an enhanced code: mailbox unavailable, gone, full, malformed name, domain that accepts no mail. */
const repliesAboutAddress = /^55[01236](?=\D|$)/
const repliesAboutUs = /^(?:53[0458]|50[34])(?=\D|$)/

type Refusal = {
  /** The server's answer, reply code first: `550 5.1.1 no such mailbox`. */
  answer: string
  /** The status that a report states separately from the answer. */
  status?: string | undefined
  /** True if the server had seen only the recipient so far. Only then is a bare reply code about the address. */
  isAtRecipient: boolean
}

export function blamesAddress({ answer, status, isAtRecipient }: Refusal): boolean {
  const code = enhancedCodeOf(answer) ?? (status === undefined ? undefined : meaningOf(status))
  if (code !== undefined) return aboutAddress.test(code)
  return isAtRecipient && repliesAboutAddress.test(answer) && !wordsAboutUs.test(answer)
}

export function blamesUs(answer: string): boolean {
  const code = enhancedCodeOf(answer)
  // A code that names the mailbox is more precise than the words beside it.
  if (code !== undefined && aboutAddress.test(code)) return false
  return repliesAboutUs.test(answer) || (code !== undefined && aboutUs.test(code)) || wordsAboutUs.test(answer)
}

function enhancedCodeOf(answer: string): string | undefined {
  return meaningOf(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?=\D|$)/.exec(answer)?.[1] ?? '')
}

/** 5.0.0 carries no detail. */
function meaningOf(status: string): string | undefined {
  return /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) && !status.endsWith('.0.0') ? status : undefined
}
