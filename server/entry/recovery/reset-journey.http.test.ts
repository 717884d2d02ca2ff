import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

const riley = 'riley.rep@harbourvale.example'

describe('a rep without scripts', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.stop())

  test('J2 to J8, J10: finds the option, confirms the address, opens the email, saves a password and signs in', async () => {
    const rep = app.visitor()
    await rep.get(`/sign-in?username=${encodeURIComponent(riley)}`)
    const asked = await rep.press('Sign in')
    expect(asked.html).toContain('Reset password')
    const popup = await rep.press('Reset password')
    expect(popup.html.replaceAll('<wbr/>', '')).toContain(riley)
    expect(popup.html).toContain('Cancel')
    const sent = await rep.press('OK')
    expect(sent.heading).toBe('Check your email')

    const { path, code } = readResetMail(await app.smtp.nextMail({ to: riley }))
    const elsewhere = app.visitor()
    const screen = await elsewhere.get(path)
    expect(screen.heading).toBe('Choose a new password')
    const saved = await elsewhere.press('Save New Password', {
      code,
      newPassword: goodPassword,
      confirmPassword: goodPassword,
    })
    expect(saved.heading).toBe('Sign in')
    expect(saved.html).toContain('Password saved')
    expect([...elsewhere.cookies.keys()]).not.toContain('__Host-fieldkey_session')

    const notice = await app.smtp.nextMail({ to: riley })
    expect(notice.subject).toBe('Your password was changed')
    expect(notice.text).toMatch(/\/objection\/[\w-]{43}/)

    const account = await elsewhere.press('Sign in', { username: riley, password: goodPassword })
    expect(account.heading).toBe('Your account')
    expect(account.html).toContain('Back to the app')
    const used = await rep.get(path)
    expect([used.status, used.heading]).toEqual([410, 'This link has been used'])
  })
})
