import { createServer } from 'node:net'

export type LocalMailbox = {
  /** For people: every mail that was handed over. */
  webUrl: string
  /** What SMTP_URL is to be. */
  smtpUrl: string
  stop(): Promise<void>
}

const host = '127.0.0.1'

/**
 * The mailbox of the demo: takes every mail, shows it on a page, lets none out. It listens on this machine alone, and
 * on other ports where the usual ones are taken.
 */
export async function startLocalMailbox(options: {
  /** Where the mails are kept, so that a restart of the demo loses none. */
  folder: string
  webPort?: number
  smtpPort?: number
}): Promise<LocalMailbox> {
  const { folder, webPort = 1080, smtpPort = 1025 } = options
  const [web, smtp] = await Promise.all([findPort(webPort), findPort(smtpPort)])
  // Only here: the package brings a server and a site of its own, which production has no use for.
  const { MailDev } = await import('maildev')
  const mailbox = new MailDev({
    web,
    smtp,
    ip: host,
    webIp: host,
    mailDirectory: folder,
    maxEmails: 200,
    silent: true,
  })
  await mailbox.start()
  return {
    webUrl: `http://${host}:${web}`,
    smtpUrl: `smtp://${host}:${smtp}`,
    stop: () => mailbox.stop(),
  }
}

/** The wanted port if it is free, else any. */
async function findPort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
