import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { writeDeliveryReport } from '../support/mails/delivery-report.ts'
import { addMail } from '../support/mails/mails.ts'
import { askForMail } from '../support/people/reset-steps.ts'
import type { TestApp } from '../support/servers/app.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

const administrator = { userType: 'admin', roleId: fullRightsRoleId } as const
let people = 0
const nameOf = (what: string) => `${what}-m${++people}-${process.pid}@harbourvale.example`

async function openMail(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mail', exact: true }).click()
  await page.getByRole('heading', { name: 'Mail', level: 1 }).waitFor()
}

/** Returns the last email to these recipients with a delivery report. */
async function comeBack(app: TestApp, recipient: string): Promise<void> {
  const report = () => {
    const messageName = app.smtp.received.findLast(mail => mail.to === recipient)?.parsed.messageId
    return Buffer.from(writeDeliveryReport({ to: 'no-reply@harbourvale.example', recipient, messageName }))
  }
  await expect.poll(async () => (await app.actions.takeBounce(report())).kind).toBe('bounced')
}

test('every admin screen warns that email is failing and links to the unsent email', async ({
  page,
  addPerson,
  app,
  rep,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('postmaster') })
  await app.smtp.goDown()
  await askForMail(page, rep.username)
  app.clock.advance(121)
  await openAdminSite(page, admin)
  await expect(page.getByText("Email isn't going out")).toBeVisible()
  await page.getByRole('link', { name: 'Subscription' }).click()
  await expect(page.getByText("Email isn't going out")).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('link', { name: "See the mail server's answer" }).click()
  await expect(page.getByLabel('State')).toHaveValue('waiting')
  await expect(page.getByRole('row', { name: new RegExp(rep.username) })).toContainText('Waiting')
  await expectAccessible(page)

  await app.smtp.comeUp()
  app.clock.advance(120)
  const countWaiting = async () =>
    (await app.database.pool.query("select 1 from mail_messages where state = 'waiting'")).rowCount
  await expect.poll(countWaiting).toBe(0)
  await page.getByLabel('State').selectOption('sent')
  await expect(page.getByRole('row', { name: new RegExp(rep.username) })).toContainText('Sent')
  await page.reload()
  await expect(page.getByRole('row', { name: new RegExp(rep.username) })).toBeVisible()
  await expect(page.getByText("Email isn't going out")).toBeHidden()
})

test('a returned email shows in the log, at the user and in the list until an administrator confirms that email works', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('postmaster') })
  const person = await addPerson({ username: nameOf('gone'), givenName: 'Wilma', familyName: 'Teasel' })
  await askForMail(page, person.username)
  await comeBack(app, person.username)
  await openAdminSite(page, admin)
  await page.getByLabel('Mail', { exact: true }).selectOption('failing')
  await expect(page.getByRole('row', { name: new RegExp(person.username) })).toContainText('Mail failing')
  await expect.poll(() => listOverflowing(page)).toEqual([])
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await openMail(page)
  const failing = page.getByRole('table', { name: 'Mail failing' })
  await expect(failing.getByRole('row', { name: new RegExp(person.username) })).toContainText('5.1.1')
  const log = page.getByRole('table', { name: 'Mail', exact: true })
  await expect(log.getByRole('row', { name: new RegExp(person.username) })).toContainText('Bounced')
  await expect(log.getByRole('row', { name: new RegExp(person.username) })).toContainText('Ask for a new reset.')
  await expect.poll(() => listOverflowing(page)).toEqual([])
  await expectAccessible(page)
  await page.setViewportSize(desk)

  await failing.getByRole('link', { name: person.username }).click()
  await expect(page.getByRole('heading', { name: 'Wilma Teasel' })).toBeVisible()
  await expect(page.getByText(`Mail to ${person.username} comes back since`)).toBeVisible()
  await expect(page.getByRole('table', { name: 'What happened' })).toContainText('Bounced, 1 try, 550 5.1.1')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Email works again' }).click()
  await expect(page.getByText('has bounced since')).toBeHidden()
  await expect(page.getByRole('table', { name: 'What happened' })).toContainText('Email works again')
})

test('a test email shows the answer of the SMTP server unchanged', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('postmaster') })
  await openAdminSite(page, admin)
  await openMail(page)
  const release = app.smtp.hold()
  await page.getByRole('button', { name: 'Send a test email' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a test email' })
  await expect(dialog.getByLabel('Send to')).toHaveValue(admin.username)
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('is waiting for the mail server')
  release()
  await expect(dialog.getByRole('status')).toContainText('250 queued by the test')
  await expectAccessible(page)
  await page.setViewportSize(desk)

  app.smtp.answerWith({ refuse: 'recipient', code: 550, text: '5.1.1 no such mailbox' })
  await dialog.getByLabel('Send to').fill('unknown@elsewhere.example')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('There is no mailbox for unknown@elsewhere.example')
  app.smtp.answerWith('accept')
})

test('an administrator sends a failed notice again', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('postmaster') })
  const to = nameOf('second')
  await addMail(app, { state: 'failed', recipient: to, answer: '550 5.7.1 against our policy' })
  await openAdminSite(page, admin)
  await openMail(page)
  await page.getByRole('button', { name: `Send again to ${to}` }).click()
  await expect(page.getByText(`The email to ${to} is on its way again.`)).toBeVisible()
  await app.smtp.nextMail({ to })
})

test('the mail page checks the sender in DNS and offers the missing records to copy', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('postmaster') })
  app.dns.texts.set('harbourvale.example', ['v=spf1 a:mail.harbourvale.example -all'])
  await openAdminSite(page, admin)
  await openMail(page)
  await page.getByRole('button', { name: 'Check the sender' }).click()
  const checks = page.getByRole('table', { name: 'The sender in DNS' })
  await expect(checks.getByRole('row', { name: /^SPF/ })).toContainText('Found')
  await expect(checks.getByRole('row', { name: /^DKIM/ })).toContainText('DKIM_SELECTORS')
  await expect(checks.getByRole('row', { name: /^DMARC/ })).toContainText('v=DMARC1; p=none')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  app.dns.texts.set('_dmarc.harbourvale.example', ['v=DMARC1; p=reject'])
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(checks.getByRole('row', { name: /^DMARC/ })).toContainText('Found')
})

test('an administrator who may only read mail sees everything and can change nothing', async ({
  page,
  addPerson,
  app,
}) => {
  const { rows } = await app.database.pool.query(
    `insert into roles (name, users, subscription, retailers, mail, audit, settings)
     values ($1, 'read', 'none', 'none', 'read', 'none', 'none') returning id`,
    [nameOf('role')],
  )
  const reader = await addPerson({ userType: 'admin', roleId: rows[0].id, username: nameOf('reader') })
  await addMail(app, { state: 'failed', recipient: nameOf('third') })
  await openAdminSite(page, reader)
  await openMail(page)
  await expect(page.getByRole('button', { name: 'Check the sender' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Mail', exact: true })).toContainText('Failed')
  await expect(page.getByRole('button', { name: /Send/ })).toHaveCount(0)
})
