import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { readResetMail } from '../support/mails/reset-mail.ts'
import { addProduct } from '../support/people/products.ts'
import { saveReset, signIn, submit } from '../support/people/reset-steps.ts'
import { addContact, addRetailer } from '../support/people/retailers.ts'
import { moveToNewTerritory } from '../support/people/shop.ts'
import type { TestApp } from '../support/servers/app.ts'

const password = 'heron-tandem-gravel-58'

/** An invited contact of a retailer in a territory of Riley, and a product that only this journey knows. */
async function prepare(app: TestApp, name: string) {
  const query = (text: string, values: unknown[]) => app.database.pool.query(text, values)
  const retailerId = await addRetailer(app, `Pantry ${name}`)
  const repId = await app.accountId('riley.rep@harbourvale.example')
  const territoryId = await moveToNewTerritory(app, retailerId)
  await query('insert into user_territories (account_id, territory_id) values ($1, $2)', [repId, territoryId])
  const email = `buyer-${name}@pantry.example`
  const accountId = await addContact(app, { retailerId, username: email, email })
  const code = `JRN-${name}`
  const product = await addProduct(app, code)
  await query(`update products set name = $2 where id = $1`, [product, `Marmalade ${name}`])
  const setPrice = (cents: number) => query('update products set price_cents = $2 where id = $1', [product, cents])
  return { email, accountId, code, setPrice }
}

for (const javaScriptEnabled of [true, false]) {
  const name = javaScriptEnabled ? 'scripted' : 'plain'
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an invited contact finds products, sees changed prices and places an order', async ({ page, app }) => {
      test.setTimeout(240_000)
      const { email, accountId, code, setPrice } = await prepare(app, name)
      const check = async () => {
        if (javaScriptEnabled) await expectAccessible(page)
      }
      await app.actions.requestReset({ accountId, purpose: 'invitation', asker: { askedBy: 'command-line' } })
      const invitation = readResetMail(await app.smtp.nextMail({ to: email }))
      await page.goto(invitation.path)
      await saveReset(page, { code: invitation.code, first: password })
      await expect(page.getByText('Password saved')).toBeVisible()
      await signIn(page, { username: email, password })
      await expect(page.getByRole('heading', { name: `Pantry ${name}` })).toBeVisible()
      await check()

      await page.getByLabel('Search products').fill(`${name} marmalade`)
      await page.getByLabel('Search products').press('Enter')
      await expect(page.getByRole('link', { name: `Marmalade ${name}` })).toBeVisible()
      await check()
      await page.getByLabel(`Quantity of Marmalade ${name}`).fill('2')
      await page.getByRole('button', { name: `Add to basket Marmalade ${name}` }).click()
      await expect(page.getByText('2 in your basket')).toBeVisible()

      await page.getByRole('link', { name: 'Quick order' }).click()
      await page.getByLabel('Paste from a spreadsheet').fill(`${code.toLowerCase()}\t3`)
      await check()
      await submit(page, 'Put into the basket')
      await expect(page.getByLabel(`Quantity of Marmalade ${name}`)).toHaveValue('5')

      await setPrice(480)
      await page.goto('/shop/basket')
      await expect(page.getByText('£4.80, before £4.20')).toBeVisible()
      await check()
      await page.getByLabel('Your order number').fill('PO-1')
      await submit(page, 'Check order')
      await expect(page.getByRole('heading', { name: 'Check order' })).toBeVisible()
      await check()
      await setPrice(500)
      await submit(page, 'Place order')
      await expect(page.getByText('£5.00, before £4.80')).toBeVisible()
      await submit(page, 'Place order')
      await expect(page.getByRole('heading', { name: 'Order received' })).toBeVisible()
      await check()

      const number = (await page.getByText(/Your order has the number/).textContent())?.match(/O\d+/)?.[0] ?? ''
      expect(number).not.toBe('')
      await page.goto('/shop/orders')
      await expect(page.getByRole('link', { name: `Order ${number}` })).toBeVisible()
    })
  })
}

test('a contact who forgot the password comes back to the basket with one tap', async ({ page, app }) => {
  test.setTimeout(120_000)
  const { email, accountId, code } = await prepare(app, 'returning')
  await app.actions.requestReset({ accountId, purpose: 'invitation', asker: { askedBy: 'command-line' } })
  const invitation = readResetMail(await app.smtp.nextMail({ to: email }))
  await page.goto(invitation.path)
  await saveReset(page, { code: invitation.code, first: password })
  await signIn(page, { username: email, password })
  await page.goto('/shop/quick-order')
  await page.getByLabel('Paste from a spreadsheet').fill(`${code} 4`)
  await submit(page, 'Put into the basket')
  await app.database.pool.query('delete from sessions where account_id = $1', [accountId])

  await page.reload()
  await page.getByLabel('Username').fill(email)
  await page.getByLabel('Username').press('Enter')
  await page.getByRole('button', { name: 'Reset password' }).click()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  let mail = await app.smtp.nextMail({ to: email })
  while (mail.subject !== 'Reset your password') mail = await app.smtp.nextMail({ to: email })
  const reset = readResetMail(mail)
  await page.goto(reset.path)
  await saveReset(page, { code: reset.code, first: 'wombat-copper-lantern-73' })
  await expect(page.getByText('Password saved')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('wombat-copper-lantern-73')
  await submit(page, 'Sign in')
  await expect(page.getByRole('heading', { name: 'Basket', exact: true })).toBeVisible()
  await expect(page.getByLabel('Quantity of Marmalade returning')).toHaveValue('4')
})
