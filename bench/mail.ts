import { createTransport } from 'nodemailer'
import { createBrowser } from './browser.ts'
import { median, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'

const mails = 40

/** From OK to the mail server's 250, beside a bare hand-over by nodemailer to the same server, turn by turn. */
export async function benchMail(): Promise<void> {
  const ground = await startBenchGround({ count: mails + 5 })
  const transport = createTransport({ pool: true, url: ground.smtp.url })
  try {
    const bare: number[] = []
    const whole: number[] = []
    for (const [index, username] of ground.people.entries()) {
      const pair = { bare: await sendBare(transport, ground), whole: await askAndWait(ground, username, index) }
      // The first few warm both up.
      if (index < 5) continue
      bare.push(pair.bare)
      whole.push(pair.whole)
    }
    const ratio = median(whole) / median(bare)
    printFigures('Reset mail', [
      { name: 'bare hand-over, median', value: `${median(bare).toFixed(1)} ms`, aim: '-', isReached: true },
      { name: 'from OK to 250, median', value: `${median(whole).toFixed(1)} ms`, aim: '-', isReached: true },
      { name: 'OK to bare', value: ratio.toFixed(2), aim: 'at most 3', isReached: ratio <= 3 },
    ])
  } finally {
    transport.close()
    await ground.stop()
  }
}

type Transport = { sendMail(mail: Record<string, string>): Promise<unknown> }

/** As long as the product's own mail, so that the wire costs the same. */
async function sendBare(transport: Transport, { smtp }: BenchGround): Promise<number> {
  const start = performance.now()
  const text = 'A line of a mail that nobody reads.\n'.repeat(20)
  await transport.sendMail({
    from: 'no-reply@bench.example',
    to: 'bare@bench.example',
    subject: 'Bare',
    text,
    html: `<p>${text.repeat(5)}</p>`,
  })
  const took = performance.now() - start
  await smtp.nextMail({ to: 'bare@bench.example' })
  return took
}

/** On a connection that stands, as the sign-in page has left it: the bare hand-over has one, too. */
async function askAndWait({ url, smtp }: BenchGround, username: string, index: number): Promise<number> {
  const browser = createBrowser(url, `10.3.0.${index}`)
  await browser.get('/healthz')
  const start = performance.now()
  const arrived = smtp.nextMail({ to: username }).then(() => performance.now() - start)
  await browser.post('/reset', { username })
  browser.close()
  return arrived
}
