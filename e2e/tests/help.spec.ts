import { expect, test } from '../fixtures.ts'
import { codePage, enterPassword } from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'

test('anybody may read the help, before signing in too', async ({ page }) => {
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1, name: 'Ajuda' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: "Com s'activa" })).toBeVisible()
})

test('a link of the contents brings the section into view', async ({ signedIn: page }) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Ajuda' }).click()
  const contents = page.getByRole('navigation', { name: 'En aquesta pàgina' })
  await contents.getByRole('link').last().click()
  await expect(page.getByRole('heading', { level: 2 }).last()).toBeInViewport()
})

test('the code page shows the ways back when the phone is lost, and the help explains the last one', async ({
  signedIn: page,
  account,
  authenticator,
  otherBrowser,
}) => {
  await turnOn(page, account, authenticator)
  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
  await otherBrowser.getByRole('link', { name: 'He perdut el telèfon' }).click()
  await expect(otherBrowser).toHaveURL('/sign-in/lost-phone')
  await expect(otherBrowser.getByRole('heading', { level: 1, name: 'Has perdut el telèfon?' })).toBeVisible()
  await otherBrowser.getByRole('link', { name: 'Què cal, pas a pas' }).click()
  await expect(otherBrowser).toHaveURL('/help#certified-form')
  await expect(otherBrowser.getByRole('heading', { level: 2, name: 'El cas de recuperació, pas a pas' })).toBeInViewport()
})

for (const [locale, title] of [
  ['es-ES', 'Ayuda'],
  ['en-GB', 'Help'],
  ['cs-CZ', 'Nápověda'],
] as const)
  test.describe(locale, () => {
    test.use({ locale })
    test('the help speaks the language', async ({ page }) => {
      await page.goto('/help')
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    })
  })
