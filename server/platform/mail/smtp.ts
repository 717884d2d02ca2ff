import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { MailAttachment } from './mail-kinds.ts'
import { needsUtf8, offersUtf8 } from './offers-utf8.ts'
import { requestToken } from './smtp-oauth.ts'
import { readRefusal, type SmtpRefusal } from './smtp-refusal.ts'
import { isMailAddress, type SmtpSettings } from './smtp-settings.ts'
import { troubleWords } from './smtp-trouble.ts'

export type OutgoingMail = {
  to: string
  subject: string
  text: string
  html: string
  attachments?: readonly MailAttachment[] | undefined
  date: Date
  /** The envelope sender, where bounces go. Defaults to the sender that people see. */
  returnTo?: string | undefined
  /** Returned in the headers of a report, even if a provider replaces the Message-ID. */
  token?: string | undefined
}

export type HandOver =
  | { kind: 'accepted'; answer: string; messageId: string }
  /** Permanent: the server will never accept this message for this recipient. Otherwise a retry is worthwhile. */
  | ({ kind: 'refused' } & SmtpRefusal)

export type Smtp = {
  /** Sends one mail to the mail server and returns its answer. Never throws because of a server or a network. */
  handOver(mail: OutgoingMail): Promise<HandOver>
  /** Connects and signs in. Returns undefined on success, otherwise one sentence: what happened and what to change. */
  findTrouble(): Promise<string | undefined>
  close(): void
}

const seconds = (count: number) => count * 1000

export function createSmtp(settings: SmtpSettings): Smtp {
  const transport = createTransport({
    ...connectionOf(settings),
    ...signInOf(settings),
    pool: true,
    maxConnections: 4,
    // Only for a kept connection that the server closed before the first byte of the mail was sent.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    handOver: async mail => {
      if (!isMailAddress(mail.to))
        return { kind: 'refused', isPermanent: true, isAboutAddress: true, answer: 'not a mail address' }
      const messageId = `<${randomUUID()}@${settings.from.address.split('@')[1]}>`
      try {
        if (needsUtf8(mail.to) && !(await offersUtf8(connectionOf(settings)))) return withoutUtf8
        const info = await transport.sendMail(toEnvelope(mail, settings, messageId))
        return { kind: 'accepted', answer: info.response, messageId }
      } catch (fault) {
        return { kind: 'refused', ...readRefusal(fault) }
      }
    },
    findTrouble: () =>
      transport.verify().then(
        () => undefined,
        fault => troubleWords(fault, settings),
      ),
    close: () => transport.close(),
  }
}

const withoutUtf8: HandOver = {
  kind: 'refused',
  isPermanent: true,
  isAboutAddress: true,
  answer: 'the mail server carries only unaccented letters, digits and signs before the @ (it offers no SMTPUTF8)',
}

function connectionOf(settings: SmtpSettings) {
  return {
    ...(settings.name && { name: settings.name }),
    host: settings.host,
    port: settings.port,
    secure: settings.isImplicitTls,
    requireTLS: settings.requiresTls && !settings.isImplicitTls,
    tls: {
      rejectUnauthorized: settings.verifiesCertificate,
      ...(settings.authorities && { ca: settings.authorities }),
    },
    dnsTimeout: seconds(10),
    connectionTimeout: seconds(10),
    greetingTimeout: seconds(10),
    socketTimeout: seconds(60),
  }
}

function signInOf({ credentials, oauth }: SmtpSettings) {
  if (!credentials) return {}
  const { user, password } = credentials
  if (!oauth) return { auth: { user, pass: password } }
  return {
    auth: {
      type: 'OAuth2' as const,
      user,
      provisionCallback: (
        _user: string,
        _renew: boolean,
        callback: (fault: Error | null, token?: string, expires?: number) => void,
      ) => {
        requestToken(oauth).then(
          ({ accessToken, expiresAt }) => callback(null, accessToken, expiresAt),
          (fault: Error) => callback(fault),
        )
      },
    },
  }
}

function toEnvelope(mail: OutgoingMail, settings: SmtpSettings, messageId: string) {
  // An object, never a string: the library parses a string as a list.
  const to = { name: '', address: mail.to }
  return {
    envelope: { from: mail.returnTo ?? settings.from.address, to },
    from: settings.from,
    to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(({ fileName, mediaType, content }) => ({
      filename: fileName,
      contentType: mediaType,
      content,
    })),
    date: mail.date,
    messageId,
    xMailer: false as const,
    headers: {
      // RFC 3834: keeps vacation notices from answering. Not DR or NDR, because bounces are wanted.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': 'en',
      ...(mail.token !== undefined && { 'Fieldkey-Message': mail.token }),
    },
  }
}
