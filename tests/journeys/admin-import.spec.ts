import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { phone, test } from '../support/browsers/journey.ts'
import { csv } from '../support/people/imports.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

let imports = 0
const nextName = () => `import${++imports}-${process.pid}`

async function choose(page: Page, file: string): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'sales force.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file),
  })
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])
}

test('an administrator imports users from upload to result, and each step survives a reload', async ({
  page,
  addPerson,
  app,
}) => {
  const name = nextName()
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `${name}@harbourvale.example`,
  })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Import from CSV' }).click()
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('Choose a file first.')).toBeVisible()
  await choose(page, 'PK\u0003\u0004')
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByRole('alert')).toContainText('This is a workbook, not a CSV file')
  await look(page)

  const file = csv(
    'Login;Vorname;Family;Password;Region',
    `${name}-a@new.example;Ann;Able;hunter2;`,
    `${name.toUpperCase()};Bob;Bold;hunter3;`,
    `${name}-a@new.example;Ann;Again;hunter4;`,
    `${name}-c@new.example;Cid;Cole;hunter5;Nowhere land`,
  )
  await choose(page, file)
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('4 rows, UTF-8, separated by semicolons')).toBeVisible()
  await expect(page.getByText('Passwords are not imported')).toBeVisible()
  expect(await page.content()).not.toContain('hunter2')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('alert')).toContainText('Say which column is Surname.')
  await page.getByLabel('What Family stands for').selectOption('family-name')
  await page.reload()
  await expect(page.getByLabel('What Family stands for')).toHaveValue('family-name')
  await look(page)

  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('row', { name: 'Will be added 2' })).toBeVisible()
  await expect(page.getByRole('row', { name: "Can't be imported 2" })).toBeVisible()
  await expect(page.getByRole('row', { name: /^4 / })).toContainText('This repeats row 2.')
  await expect(page.getByRole('row', { name: /^5 / })).toContainText('Nowhere land')
  await page.getByLabel('Rows to look at').selectOption('noted')
  await expect(page.getByRole('row', { name: /^3 / })).toContainText("can't reset the password by email")
  await look(page)
  await page.getByRole('link', { name: 'Change the columns' }).click()
  await page.getByLabel('Territories that do not exist').selectOption('create')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('Territories that will be made')).toBeVisible()

  await page.getByLabel('Invitations').selectOption('now')
  await page.getByRole('button', { name: 'Import the good rows' }).click()
  const popup = page.getByRole('dialog', { name: 'Import 3 users?' })
  await expect(popup).toContainText('1 row is left out')
  await look(page)
  await popup.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('status')).toContainText('3 users added')
  await page.reload()
  await expect(page.getByRole('status')).toContainText('1 row was not imported')
  await look(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the result' }).click()
  expect((await downloading).suggestedFilename()).toBe('users-result.csv')
  const mail = await app.smtp.nextMail({ to: `${name}-a@new.example` })
  expect(mail.subject).toBe('Choose your password')

  await page.getByRole('link', { name: 'All imports of users' }).click()
  await expect(page.getByRole('row', { name: /sales force.csv/ }).first()).toContainText('Imported')
  await look(page)
})

test('a progress bar shows how far the server is, and the page notices the end by itself', async ({
  page,
  addPerson,
  app,
}) => {
  const name = nextName()
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `${name}@harbourvale.example`,
  })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await choose(page, csv('Username,First name,Surname', `${name}-a,Ann,Able`, `${name}-b,Bob,Bold`))
  await page.getByRole('button', { name: 'Upload' }).click()
  // Simulates another import at work.
  const other = await app.database.pool.connect()
  await other.query(`begin; select pg_advisory_xact_lock(hashtext('imports: work'))`)
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('2 rows are waiting for their turn')).toBeVisible()
  await app.database.pool.query(`update imports set done_count = 1 where state = 'checking'`)
  await expect(page.getByRole('progressbar', { name: 'Checking the rows' })).toHaveAttribute('value', '1')
  await expect(page.getByText('1 of 2')).toBeVisible()
  await look(page)
  await other.query('rollback')
  other.release()
  await expect(page.getByRole('button', { name: 'Import all rows' })).toBeVisible()
})

test('an administrator uploads, checks and imports retailers on a phone by keyboard alone', async ({
  page,
  addPerson,
}) => {
  const name = nextName()
  const admin = await addPerson({
    userType: 'admin',
    roleId: fullRightsRoleId,
    username: `${name}@harbourvale.example`,
  })
  await page.setViewportSize(phone)
  await openAdminSite(page, admin)
  const press = async (target: ReturnType<Page['getByRole']>) => {
    await target.focus()
    await page.keyboard.press('Enter')
  }
  await press(page.getByRole('button', { name: 'Open the menu' }))
  await press(page.getByRole('link', { name: 'Import', exact: true }))
  await page.getByLabel('What to import').focus()
  await page.keyboard.type('Ret')
  await expect(page.getByRole('link', { name: 'Download a template' })).toHaveAttribute('href', /retailers/)
  // The browser opens the system's file dialog, which a test can't operate.
  await choose(page, csv('Account number,Name', `${name},Harbour Deli`))
  await page.getByLabel('File', { exact: true }).focus()
  // The two lists for encoding and header row lie between.
  for (let press = 0; press < 3; press++) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Upload' })).toBeFocused()
  await page.keyboard.press('Enter')
  await press(page.getByRole('button', { name: 'Check the rows' }))
  await press(page.getByRole('button', { name: 'Import all rows' }))
  const popup = page.getByRole('dialog', { name: 'Import 1 retailer?' })
  await expect(popup.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('1 retailer added')
  await press(page.getByRole('link', { name: 'Go to Retailers' }))
  await page.getByLabel('Search').fill(name)
  await expect(page.getByRole('link', { name: 'Harbour Deli' })).toBeVisible()
  await expect.poll(() => listOverflowing(page)).toEqual([])
})

test('an administrator uploads a file again with another encoding and header row', async ({ page, addPerson }) => {
  const username = `${nextName()}@harbourvale.example`
  await openAdminSite(page, await addPerson({ userType: 'admin', roleId: fullRightsRoleId, username }))
  const upload = async (choices: Record<string, string>) => {
    await page.getByRole('link', { name: 'Import', exact: true }).click()
    const buffer = Buffer.from(
      'Staff\r\nUsername,Full name\r\nivan@new.example,\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2\r\n',
      'latin1',
    )
    const file = { name: 'staff.csv', mimeType: 'text/csv', buffer }
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    for (const [label, value] of Object.entries(choices)) await page.getByLabel(label).selectOption(value)
    await look(page)
    await page.setViewportSize(phone)
    await expect.poll(() => listOverflowing(page)).toEqual([])
    await page.setViewportSize(desk)
    await page.getByRole('button', { name: 'Upload' }).click()
  }
  await upload({ Letters: 'windows-1252', 'Row that names the columns': '1' })
  await expect(page.getByText('Letters look like this: Èâàí Ïåòðîâ')).toBeVisible()
  await look(page)
  await upload({ Letters: 'windows-1251', 'Row that names the columns': '2' })
  await expect(page.getByText(/^Read as Windows-1251, .*columns named in row 2/)).toBeVisible()
  await expect(page.getByText('Letters look like this: Иван Петров')).toBeVisible()
})
