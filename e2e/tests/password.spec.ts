import { expect, test } from '../fixtures.ts'
import { linkIn } from '../flows/mailed.ts'
import {
  anotherGoodPassword,
  askForReset,
  changePassword,
  deadLink,
  goodPassword,
  newPasswordField,
  openPasswordPage,
  resetPassword,
  typeNewPassword,
} from '../flows/password.ts'
import { accountLink, enterPassword, signIn, signInPage, signInWithCode, signOut } from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'

test('a forgotten password: the mail, the link, a new one, and all are out', async ({ page, account, mailbox, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await askForReset(page, account.email)
  const link = linkIn(await mailbox.waitFor(account.email, /s'ha demanat una contrasenya nova/))
  await page.goto(link)
  await expect(page.getByText(account.email)).toBeVisible()
  expect(page.url(), 'the token leaves the address at once').not.toContain('#')
  await typeNewPassword(page, 'password123456789')
  await expect(page.getByText('És una contrasenya molt corrent')).toBeVisible()
  await expect(newPasswordField(page)).toBeFocused()
  await typeNewPassword(page, goodPassword)
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()

  await enterPassword(page, account)
  await expect(page.getByRole('alert')).toBeVisible()
  await signIn(page, { ...account, password: goodPassword })
  await mailbox.waitFor(account.email, /s'ha canviat la teva contrasenya/)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()

  await otherBrowser.goto(link)
  await expect(deadLink(otherBrowser)).toBeVisible()
  await otherBrowser.getByRole('link', { name: 'Demana un enllaç nou' }).click()
  await expect(otherBrowser.getByRole('heading', { level: 1, name: 'Has oblidat la contrasenya?' })).toBeVisible()
})

test('a forgotten password leaves the verification as it is', async ({ signedIn: page, account, authenticator, mailbox }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await askForReset(page, account.email)
  await resetPassword(page, linkIn(await mailbox.waitFor(account.email, /s'ha demanat una contrasenya nova/)), goodPassword)
  await signInWithCode(page, { ...account, password: goodPassword }, await authenticator.next(entry))
})

test('nobody learns who has an account here', async ({ page }) => {
  await askForReset(page, 'nobody-at-all@example.test')
  await expect(page.getByText('nobody-at-all@example.test')).toBeVisible()
})

test('what is typed is measured, and the reason of a refusal is told', async ({ signedIn: page, account }) => {
  await openPasswordPage(page, account)
  await expect(page.getByText('0 de 15 caràcters')).toBeVisible()
  await newPasswordField(page).fill('gavina lloguer')
  await expect(page.getByText('14 de 15 caràcters')).toBeVisible()
  await newPasswordField(page).fill(goodPassword)
  await expect(page.getByRole('status').filter({ hasText: /Seguretat de la contrasenya: (molt )?bona/ })).toBeVisible()

  await changePassword(page, account, `${account.name} 2026`)
  await expect(page.getByText('Conté el teu nom')).toBeVisible()
  await expect(newPasswordField(page)).toBeFocused()
})

test('another password: the other browsers are out, this one stays', async ({ signedIn: page, account, mailbox, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await openPasswordPage(page, account)
  await changePassword(page, { ...account, password: 'not the password' }, goodPassword)
  await expect(page.getByRole('alert')).toBeVisible()
  await changePassword(page, account, goodPassword)
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()
  await mailbox.waitFor(account.email, /s'ha canviat la teva contrasenya/)
  await page.reload()
  await expect(accountLink(page, account)).toBeVisible()
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
  await signIn(otherBrowser, { ...account, password: goodPassword })
})

test('with verification on it takes a code, which a bad password does not use up', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await openPasswordPage(page, account)
  const code = await authenticator.next(entry)
  await changePassword(page, account, 'contrasenya contrasenya', code)
  await expect(newPasswordField(page)).toHaveAttribute('aria-invalid', 'true')
  await changePassword(page, account, anotherGoodPassword, code)
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()
})
