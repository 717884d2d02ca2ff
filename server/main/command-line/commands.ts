import { userTypes } from '../../../shared/contract/user-lists.ts'
import { type Command, defineCommand, flag, needed, neededTexts, text, texts } from './command.ts'
import { userCommands } from './user-table.ts'

/** Every command. Usage, parsing and the list in the README come from this table. */
export const commands: readonly Command[] = [
  defineCommand('serve', {
    says: 'runs the server, with its worker',
    load: async () => (await import('./serve.ts')).serve,
  }),
  defineCommand('worker', {
    says: 'runs a worker alone, beside servers that share a DATABASE_URL',
    load: async () => (await import('./serve.ts')).work,
  }),
  defineCommand('demo', {
    says: 'runs the demo, as npm start does',
    load: async () => (await import('./demo.ts')).demo,
  }),
  defineCommand('migrate', {
    says: 'brings the database schema up to date',
    load: async () => (await import('./migrate.ts')).migrate,
  }),
  defineCommand('doctor', {
    says: 'checks settings, database, mail server and sender, and changes nothing',
    options: { request: flag('requests PUBLIC_URL through the proxies and shows how the server sees the request') },
    printsJson: true,
    load: async () => (await import('./doctor.ts')).doctor,
  }),
  defineCommand('mail bounce', {
    says: 'reads the report of a bounced email from standard input',
    printsJson: true,
    load: async () => (await import('./mail-bounce.ts')).mailBounce,
  }),
  defineCommand('organisation', {
    says: 'shows or changes name, help line, colour and currency of pages, emails and the app',
    options: {
      name: text('NAME', 'the name of the organisation'),
      'contact-line': text('LINE', 'who helps, shown below every page'),
      'security-word': texts('WORD', 'a word that adds nothing to a password, such as a brand'),
      colour: text('#RRGGBB', 'the colour of pages and emails, or none'),
      currency: text('CODE', 'such as GBP'),
      'hide-app-after-days': text('NUMBER', 'days without a sign-in after which the app hides its data'),
    },
    printsJson: true,
    load: async () => (await import('./organisation-command.ts')).organisation,
  }),
  defineCommand('audit verify', {
    says: 'verifies that the audit is unchanged, and prints an anchor to keep',
    options: {
      anchor: texts('PLACE:SEAL', 'an anchor from an earlier run, which must still be in the chain'),
      since: text('PLACE:SEAL', 'the anchor to start after'),
    },
    printsJson: true,
    load: async () => (await import('./audit-command.ts')).verifyAudit,
  }),
  defineCommand('audit acknowledge', {
    says: 'records why the findings of the audit are explained; the reason is sealed',
    options: { reason: needed('TEXT', 'what happened, in a sentence') },
    load: async () => (await import('./audit-command.ts')).acknowledgeAudit,
  }),
  defineCommand('sessions end-all', {
    says: 'signs everyone out everywhere and ends every reset link, for example after a restore',
    printsJson: true,
    load: async () => (await import('./sessions-command.ts')).endAllSessions,
  }),
  defineCommand('company-sign-in allow-passwords', {
    says: 'lets people sign in with passwords again when their company sign-in is the only way and broken',
    load: async () => (await import('./company-sign-in-command.ts')).allowPasswordsAgain,
  }),
  defineCommand('token add', {
    says: 'makes a service token for another system, and prints it once',
    operands: ['name'],
    options: {
      role: needed('ROLE', 'the role whose rights the token has'),
      days: text('NUMBER', 'days until it expires, at most 365'),
    },
    load: async () => (await import('./token-command.ts')).addToken,
  }),
  defineCommand('token list', {
    says: 'lists the service tokens, with role, expiry and last use',
    printsJson: true,
    load: async () => (await import('./token-command.ts')).listTokens,
  }),
  defineCommand('token revoke', {
    says: 'revokes a service token',
    operands: ['name'],
    load: async () => (await import('./token-command.ts')).revokeToken,
  }),
  defineCommand('client list', {
    says: 'lists the apps that people sign in to',
    printsJson: true,
    load: async () => (await import('./client-command.ts')).listApps,
  }),
  defineCommand('client add', {
    says: 'adds an app that people sign in to',
    operands: ['id'],
    options: {
      name: needed('NAME', 'what people read when they sign in'),
      'redirect-uri': neededTexts('URL', 'where a sign-in may return to'),
      admits: needed('TYPE,TYPE', `the user types that may sign in: ${userTypes.join(', ')}`),
      'start-url': text('URL', 'the page that the account page links to'),
      kind: text('KIND', 'public, secret or key: how the app proves itself; public without it'),
      'jwks-uri': text('URL', 'for the kind key: where the keys of the app are'),
      'logout-uri': text('URL', 'where the app learns that a person is signed out'),
    },
    load: async () => (await import('./client-command.ts')).addApp,
  }),
  defineCommand('client rotate', {
    says: 'makes a new secret for an app, and prints it once; the old one works for seven more days',
    operands: ['id'],
    load: async () => (await import('./client-command.ts')).rotateSecret,
  }),
  defineCommand('client end-old', {
    says: 'ends the old secret of an app now',
    operands: ['id'],
    load: async () => (await import('./client-command.ts')).endOldSecret,
  }),
  defineCommand('client remove', {
    says: 'removes an app and ends every sign-in to it',
    operands: ['id'],
    load: async () => (await import('./client-command.ts')).removeApp,
  }),
  ...userCommands,
  defineCommand('subscription', {
    says: 'shows how many licences are used and enabled, or changes the number for one user type',
    optionalOperands: ['type'],
    options: { enabled: text('NUMBER', 'how many licences of the user type are enabled') },
    printsJson: true,
    load: async () => (await import('./subscription-command.ts')).subscription,
  }),
]
