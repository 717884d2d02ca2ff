import type { HeaderLines, ParsedMail } from 'mailparser'

/** What a report says about one recipient (RFC 3464, 2.3). */
export type ReportedRecipient = {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  action: string
  /** Such as `5.1.1`. */
  status: string
  /** What the server said that refused it. */
  diagnostic: string
  /** The address now, and the one that the message was written to. */
  addresses: string[]
}

export type DeliveryReport = {
  /** Whom the report was sent to: the header lines that may name the return path. */
  sentTo: string
  recipients: ReportedRecipient[]
  /** The name of the message that it is about, with its angle brackets. */
  messageName?: string | undefined
  /** The token in its own headers, which only that message bears. */
  token?: string | undefined
}

const returnedMail = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/
/** From the reply code on, so that it reads as the server said it. */
const finalRefusal = /(?<![\d.])(?:5[0-5]\d[ -]\S.*|5\.\d{1,3}\.\d{1,3}(?![\d.]).*)/
const saysPermanent = /permanent (?:fatal )?error/i
const stillTrying = /will (?:keep|continue) (?:on )?trying|will be retried|has been delayed|do not need to resend/i
const headersOfDelivery = /^(?:to|delivered-to|x-original-to|envelope-to|x-envelope-to|x-rcpt-to)$/

/** Reads a report of a mail server. Undefined for whatever else arrived: an answer of a person, or of their holiday. */
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

/** A person, or a rule of their mailbox, may have passed the report on as an attachment. One level: no report is deeper. */
async function readForwarded(mail: ParsedMail): Promise<DeliveryReport | undefined> {
  const attached = mail.attachments.find(({ contentType }) => returnedMail.test(contentType.toLowerCase()))
  const inner = attached && (await findMail(attached.content))
  return inner && (readReport(inner) ?? readPlainReport(inner))
}

/**
 * A report in prose, as qmail and some vendors write it. It names no message in a way that proves anything, so only the
 * token of the return path counts. The sender is a mail server and not a person on holiday, and the refusal is final.
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
  // Only here: every other command would wait for a package that it never uses.
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
    // The parser gives up on parts within parts within parts. No report of a mail server looks like that.
    return undefined
  }
}

/** Without NUL characters, which no header may contain (RFC 5322, 2.2) and PostgreSQL does not store. */
function findPart({ attachments }: ParsedMail, type: RegExp): string | undefined {
  const part = attachments.find(({ contentType }) => type.test(contentType.toLowerCase()))
  return part?.content.toString('utf8').replaceAll('\0', '')
}

const linesOf = (lines: HeaderLines) =>
  lines
    .filter(({ key }) => headersOfDelivery.test(key))
    .map(({ line }) => line)
    .join('\n')

/** Groups of fields, parted by empty lines: the first is about the report, each further one about one recipient. */
function readRecipients(text: string): ReportedRecipient[] {
  const groups = text.replaceAll('\r', '').split(/\n[ \t]*\n+/)
  return groups.map(readFields).flatMap(fields => {
    // Some servers explain the word in brackets: "Failed (unrecoverable)".
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

/** `rfc822; riley@example.com`, `smtp; 550 …`: the type is of no interest. */
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
