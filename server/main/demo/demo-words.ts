import type { DemoSignIn } from './fill-demo.ts'

/** What a newcomer reads in the terminal: where to go, who to be, what to try first. */
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
    `  then open the mail${mailboxUrl ? ' in the mailbox' : ''} and follow its link.`,
    '',
    ...(rows.length > 0 ? ['  Passwords of the first start:', '', ...rows, ''] : []),
    `  Log: ${logFile}`,
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}
