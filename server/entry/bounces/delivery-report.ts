import type { HeaderLines, ParsedMail } from 'mailparser'

/** What a report says about one recipient (RFC 3464, 2.3). */
export type ReportedRecipient = {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  action: string
  /** Such as `5.1.1`. */
  status: string
  /** The answer of the server that refused the message. */
  diagnostic: string
  /** The final address, and the one the message was originally sent to. */
  addresses: string[]
}

export type DeliveryReport = {
  /** The report's recipients: the header lines that may contain the return path. */
  sentTo: string
  recipients: ReportedRecipient[]
  /** The Message-ID of the returned message, with its angle brackets. */
  messageName?: string | undefined
  /** The token in the returned message's own headers. Only that message contains it. */
  token?: string | undefined
}

const returnedMail = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/
/** Starts at the reply code, so the text reads exactly as the server sent it. */
const finalRefusal = /(?<![\d.])(?:5[0-5]\d[ -]\S.*|5\.\d{1,3}\.\d{1,3}(?![\d.]).*)/
const saysPermanent = /permanent (?:fatal )?error/i
const stillTrying = /will (?:keep|continue) (?:on )?trying|will be retried|has been delayed|do not need to resend/i
const headersOfDelivery = /^(?:to|delivered-to|x-original-to|envelope-to|x-envelope-to|x-rcpt-to)$/

/**
 * Reads a delivery report of a mail server. Undefined for anything else, such as a person's reply or a vacation notice.
 */
export async function readDeliveryReport(raw: Buffer): Promise<DeliveryReport | undefined> {
  const mail = await findMail(raw)
  if (!mail) return undefined
  return readReport(mail) ?? (await readForwarded(mail)) ?? readPlainReport(mail)
}

function readReport(mail: ParsedMail): DeliveryReport | undefined {
  const status = findPart(mail, /^message\/(?:global-)?delivery-status$/)
  if (status === undefined) return undefined
  return {
    sentTo: linesOf(mail.headerLines),
    recipients: readRecipients(status),
    ...readReturned(findPart(mail, returnedMail) ?? ''),
  }
}

/**
 * A person, or a rule of their mailbox, may have forwarded the report as an attachment. Reads one level: real reports
 * are never deeper.
 */
async function readForwarded(mail: ParsedMail): Promise<DeliveryReport | undefined> {
  const attached = mail.attachments.find(({ contentType }) => returnedMail.test(contentType.toLowerCase()))
  const inner = attached && (await findMail(attached.content))
  return inner && (readReport(inner) ?? readPlainReport(inner))
}

/**
 * Reads a report in prose, as qmail and some vendors write it. Its Message-ID proves nothing, so only the token of the
 * return path counts. Requires a mail server as sender, not a person on holiday, and a final refusal.
 */
function readPlainReport(mail: ParsedMail): DeliveryReport | undefined {
  const sender = mail.from?.value[0]?.address ?? ''
  const text = mail.text?.replaceAll('\0', '') ?? ''
  if (!/^(?:mailer-daemon|postmaster|mail-?daemon|mdaemon|bounces?)@/i.test(sender) || stillTrying.test(text))
    return undefined
  const lines = text.split('\n')
  const diagnostic = (finalRefusal.exec(text)?.[0] ?? lines.find(line => saysPermanent.test(line)))?.trim()
  if (diagnostic === undefined) return undefined
  const status = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(diagnostic)?.[0] ?? '5.0.0'
  return {
    sentTo: linesOf(mail.headerLines),
    recipients: [{ action: 'failed', status, diagnostic, addresses: [] }],
  }
}

async function findMail(raw: Buffer): Promise<ParsedMail | undefined> {
  // Imported here, so that every other command starts without loading the package.
  const { simpleParser } = await import('mailparser')
  const options = {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  }
  try {
    return await simpleParser(raw, options)
  } catch {
    // The parser rejects deeply nested parts. No mail server's report looks like that.
    return undefined
  }
}

/** Without NUL characters: no header may contain them (RFC 5322, 2.2), and PostgreSQL can't store them. */
function findPart({ attachments }: ParsedMail, type: RegExp): string | undefined {
  const part = attachments.find(({ contentType }) => type.test(contentType.toLowerCase()))
  return part?.content.toString('utf8').replaceAll('\0', '')
}

const linesOf = (lines: HeaderLines) =>
  lines
    .filter(({ key }) => headersOfDelivery.test(key))
    .map(({ line }) => line)
    .join('\n')

/** Groups of fields, separated by empty lines: the first is about the report, each further one about one recipient. */
function readRecipients(text: string): ReportedRecipient[] {
  const groups = text.replaceAll('\r', '').split(/\n[ \t]*\n+/)
  return groups.map(readFields).flatMap(fields => {
    // Some servers add an explanation in brackets: "Failed (unrecoverable)".
    const action = /^[a-z]+/.exec(fields.get('action')?.toLowerCase() ?? '')?.[0]
    if (action === undefined) return []
    const addresses = ['final-recipient', 'original-recipient'].flatMap(name => withoutType(fields.get(name)))
    const [diagnostic = ''] = withoutType(fields.get('diagnostic-code'))
    return [{ action, status: /^\d\.\d+\.\d+/.exec(fields.get('status') ?? '')?.[0] ?? '', diagnostic, addresses }]
  })
}

function readFields(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
  return new Map(
    lines.flatMap(line => {
      const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const]
    }),
  )
}

/** Drops the type of `rfc822; riley@example.com` or `smtp; 550 …`. */
function withoutType(value: string | undefined): string[] {
  return value === undefined ? [] : [value.replace(/^[\w-]+\s*;\s*/, '').replace(/^<(.*)>$/, '$1')]
}

function readReturned(returned: string): Pick<DeliveryReport, 'messageName' | 'token'> {
  const [headers = ''] = returned.replaceAll('\r', '').split('\n\n')
  return {
    messageName: /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(headers)?.[1],
    token: /^fieldkey-message:\s*([0-9a-z]{1,99})\s*$/im.exec(headers)?.[1],
  }
}
