import { createTransport } from 'nodemailer'
import { resetMail } from '../server/entry/recovery/reset.mail.ts'
import { renderMail } from '../server/platform/mail/mail-frame.ts'
import { createBrowser } from './browser.ts'
import { median, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'

const mails = 60
const warmUp = 10

const mail = resetMail({
  username: 'rep@bench.example',
  askedBy: 'self',
  link: `https://bench.example/reset/${'x'.repeat(43)}`,
  code: '123456',
  lifeSeconds: 600,
})

/**
 * Measures the time from OK to the mail server's 250, alternating with nodemailer sending the same mail to the same
 * server by itself. That is the usual `createTransport(url).sendMail(mail)`, and a second variant over a kept
 * connection, because ours is kept.
 */
export async function benchMail(): Promise<void> {
  const ground = await startBenchGround({ count: mails + warmUp })
  const bare = createTransport(ground.smtp.url)
  const kept = createTransport({ url: ground.smtp.url, pool: true })
  const times = { bare: [] as number[], kept: [] as number[], whole: [] as number[] }
  try {
    for (const [index, username] of ground.people.entries()) {
      const whole = await askAndWait(ground, username, index)
      const bareTime = await sendBare(bare)
      const keptTime = await sendBare(kept)
      if (index < warmUp) continue
      times.whole.push(whole)
      times.bare.push(bareTime)
      times.kept.push(keptTime)
    }
  } finally {
    bare.close()
    kept.close()
    await ground.stop()
  }
  const whole = median(times.whole)
  const ratio = whole / median(times.bare)
  const figure = (name: string, value: string) => ({ name, value, aim: '-', isReached: true })
  printFigures('Reset mail, medians', [
    figure('bare delivery', `${median(times.bare).toFixed(1)} ms`),
    figure('bare delivery on a kept connection', `${median(times.kept).toFixed(1)} ms`),
    figure('from OK to 250', `${whole.toFixed(1)} ms`),
    { name: 'OK to bare', value: ratio.toFixed(2), aim: 'at most 3', isReached: ratio <= 3 },
    figure('OK to bare on a kept connection', (whole / median(times.kept)).toFixed(2)),
  ])
}

type Transport = { sendMail(mail: Record<string, string>): Promise<unknown> }

/** The product's own mail, composed before the clock starts, so that only the transport is compared. */
async function sendBare(transport: Transport): Promise<number> {
  const { text, html } = renderMail({ ...mail, organisation: { name: 'Bench', contactLine: 'Call the office.' } })
  const start = performance.now()
  await transport.sendMail({
    from: 'no-reply@bench.example',
    to: 'bare@bench.example',
    subject: mail.subject,
    text,
    html,
  })
  return performance.now() - start
}

/** Over an open connection, as the sign-in page has left it: the nodemailer variant has one too. */
async function askAndWait({ url, smtp }: BenchGround, username: string, index: number): Promise<number> {
  const browser = createBrowser(url, `10.3.0.${index}`)
  await browser.get('/healthz')
  const start = performance.now()
  const arrived = smtp.nextMail({ to: username }).then(() => performance.now() - start)
  await browser.post('/reset', { username })
  browser.close()
  return arrived
}
