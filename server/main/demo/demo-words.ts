import type { DemoSignIn } from './fill-demo.ts'

/** The first text that a new user reads: the addresses, the sign-ins and a first thing to try. */
export function demoWords(facts: {
  url: string
  mailboxUrl: string | undefined
  signIns: readonly DemoSignIn[]
  logFile: string
}): string {
  const { url, mailboxUrl, signIns, logFile } = facts
  const width = Math.max(...signIns.map(({ username }) => username.length), 0)
  const rows = signIns.map(({ username, password, note }) => `    ${username.padEnd(width)}  ${password}  ${note}`)
  return [
    '',
    '  Fieldkey demo is running. Nothing here is real, and nothing leaves this machine.',
    '',
    `    Sign in   ${url}/sign-in`,
    ...(mailboxUrl ? [`    Mailbox   ${mailboxUrl}`] : []),
    '',
    '  Try it: open the sign-in page as riley.rep@harbourvale.example, choose Reset password and OK,',
    `  then open the email${mailboxUrl ? ' in the mailbox' : ''} and follow its link.`,
    '',
    ...(rows.length > 0 ? ['  Passwords, made at the first start:', '', ...rows, ''] : []),
    `  Log: ${logFile}`,
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}
