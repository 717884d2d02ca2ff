import { createServer } from 'node:net'

export type LocalMailbox = {
  /** The page that shows every delivered mail. */
  webUrl: string
  /** The value for SMTP_URL. */
  smtpUrl: string
  stop(): Promise<void>
}

const host = '127.0.0.1'

/**
 * Starts the mailbox of the demo. It accepts every mail, shows it on a page and forwards none. It listens on this
 * machine only, and picks other ports where the usual ones are taken.
 */
export async function startLocalMailbox(options: {
  /** The folder that keeps the mails, so a restart of the demo loses none. */
  folder: string
  webPort?: number
  smtpPort?: number
}): Promise<LocalMailbox> {
  const { folder, webPort = 1080, smtpPort = 1025 } = options
  const [web, smtp] = await Promise.all([findPort(webPort), findPort(smtpPort)])
  // Imported only here: the package contains a server and a site that production does not need.
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

/** Returns the wanted port if it is free, otherwise any free port. */
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
