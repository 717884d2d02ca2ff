import type { Person } from '../browsers/journey.ts'
import { goodPassword } from '../mails/reset-mail.ts'
import type { TestApp } from '../servers/app.ts'
import { receiveReset } from './reset-steps.ts'

type Ending = {
  heading: string
  /** The password was saved, so the main button is Sign in. */
  signInComesNext?: boolean
  /** Receives an email, ends its link in this way, and answers its URL. */
  bring(app: TestApp, person: Person): Promise<string>
}

/** Every way in which a link ends, except by the SMTP server, or by a new username, whose email goes elsewhere. */
export const endings: Record<string, Ending> = {
  used: {
    heading: 'This link has been used',
    signInComesNext: true,
    bring: async (app, person) => {
      const { path, code } = await receiveReset(app, person)
      await app.visitor().post(path, { code, newPassword: goodPassword, confirmPassword: goodPassword })
      return path
    },
  },
  expired: {
    heading: 'This link has expired',
    bring: async (app, person) => {
      const { path } = await receiveReset(app, person)
      app.clock.advance(10 * 60 + 1)
      return path
    },
  },
  exhausted: {
    heading: 'Too many wrong codes',
    bring: async (app, person) => {
      const { path, code } = await receiveReset(app, person)
      const wrong = wrongCodeFor(code)
      for (let time = 0; time < 5; time++) {
        await app.visitor().post(path, { code: wrong, newPassword: goodPassword, confirmPassword: goodPassword })
      }
      return path
    },
  },
  voided: {
    heading: 'The password has been changed',
    signInComesNext: true,
    bring: async (app, person) => {
      const { path } = await receiveReset(app, person)
      app.clock.advance(61)
      await endings.used?.bring(app, person)
      return path
    },
  },
  stopped: {
    heading: 'This link was stopped',
    bring: async (app, person) => {
      await endings.used?.bring(app, person)
      const objection = await receiveObjection(app, person)
      app.clock.advance(61)
      const { path } = await receiveReset(app, person)
      await app.visitor().post(objection)
      return path
    },
  },
}

export const wrongCodeFor = (code: string) => (code === '000000' ? '000001' : '000000')

/** The URL of the objection in the notice of a changed password. */
export async function receiveObjection(app: TestApp, { username }: Pick<Person, 'username'>): Promise<string> {
  const { text } = await app.smtp.nextMail({ to: username })
  const [path] = /\/objection\/[\w-]{43}/.exec(text) ?? []
  if (path === undefined) throw new Error(`This is no notice of a changed password: ${text}`)
  return path
}
