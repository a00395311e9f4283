import { expect, test } from '../fixtures.ts'
import { signIn, signOut } from '../flows/sign-in.ts'

const languages = [
  { tag: 'es', name: 'Español', title: 'Autenticación de dos factores', browser: 'es-ES' },
  { tag: 'en', name: 'English', title: 'Two-factor authentication', browser: 'en-GB' },
  { tag: 'cs', name: 'Čeština', title: 'Dvoufaktorové ověření', browser: 'cs-CZ' },
  { tag: 'ca', name: 'Català', title: 'Autenticació de dos factors', browser: 'ca-ES' },
]

test('the details are those of the contact', async ({ signedIn: page, account }) => {
  await page.getByRole('banner').getByRole('link', { name: account.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Les meves dades' })).toBeVisible()
  for (const detail of [account.name, account.email, account.companyName]) await expect(page.getByRole('main')).toContainText(detail)
})

test('the language changes at once, in all four, and stays', async ({ signedIn: page, account, otherBrowser }) => {
  for (const { tag, name, title } of languages) {
    await page.goto('/account')
    await page.getByRole('combobox').selectOption(name)
    await page.getByRole('main').getByRole('button').click()
    await expect(page.getByRole('navigation').getByRole('link', { name: title })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('navigation').getByRole('link', { name: title })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag)
    if (tag === 'en') {
      await signIn(otherBrowser, account)
      await otherBrowser.goto('/account')
      await expect(otherBrowser.getByRole('navigation').getByRole('link', { name: title })).toBeVisible()
    }
  }
})

for (const { tag, name, browser } of languages)
  test.describe(`a browser that speaks ${name}`, () => {
    test.use({ locale: browser })
    test('is answered in its language before signing in', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag)
    })
  })

test('the language chosen on the sign-in page is kept by the browser', async ({ page }) => {
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: 'Čeština' })
    .or(page.getByRole('link', { name: 'Čeština' }))
    .click()
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('cs')
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('cs')
})

test('the title of the window names the page', async ({ page, account }) => {
  await page.goto('/sign-in')
  await expect(page).toHaveTitle(/Entra.*Porta/)
  await signIn(page, account)
  await page.goto('/account/two-factor')
  await expect(page).toHaveTitle(/Autenticació de dos factors.*Porta/)
  await signOut(page)
})

test('a page that does not exist says so kindly and shows the way back', async ({ signedIn: page }) => {
  await page.goto('/no-such-page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL('/')
})
