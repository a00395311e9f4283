import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wrongCode } from '../flows/codes.ts'
import {
  accountLink,
  answerWithCode,
  answerWithRecoveryCode,
  codeField,
  codePage,
  enterPassword,
  signIn,
  signInPage,
  signInWithCode,
  signOut,
} from '../flows/sign-in.ts'
import { openTwoFactor, turnOn } from '../flows/two-factor.ts'

test('a customer signs in and out', async ({ page, account }) => {
  await signIn(page, account)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(account.name.split(' ')[0] as string)
  await signOut(page)
})

test('Back after signing out leads to the sign-in page', async ({ signedIn: page, account }) => {
  const refused: string[] = []
  page.on('response', (response) => void (response.status() === 401 && refused.push(response.url())))
  await openTwoFactor(page, account)
  await signOut(page)
  expect(refused, 'nothing is asked for after signing out').toEqual([])

  await page.goBack()
  await expect(page).toHaveURL('/sign-in?returnTo=%2Faccount')
  await expect(signInPage(page)).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/sign-in')
  await expect(signInPage(page)).toBeVisible()
})

test('a wrong password says so, keeps the e-mail and takes the password away', async ({ page, account }) => {
  await enterPassword(page, { ...account, password: 'not the password' })
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Correu electrònic' })).toHaveValue(account.email)
  await expect(page.getByRole('textbox', { name: 'Contrasenya' })).toHaveValue('')
  await expect(signInPage(page)).toBeVisible()
})

test('the password can be looked at', async ({ page }) => {
  await page.goto('/sign-in')
  const password = page.getByRole('textbox', { name: 'Contrasenya' })
  await password.fill('quatre paraules ben llargues')
  await expect(password).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: /la contrasenya/ }).click()
  await expect(password).toHaveAttribute('type', 'text')
})

test('who was on the way to a page comes to it after signing in', async ({ page, account }) => {
  await page.goto('/account/sessions')
  await expect(signInPage(page)).toBeVisible()
  await page.getByRole('textbox', { name: 'Correu electrònic' }).fill(account.email)
  await page.getByRole('textbox', { name: 'Contrasenya' }).fill(account.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Dispositius i sessions' })).toBeVisible()
})

test('a return address of another site is not followed', async ({ page, account }) => {
  await page.goto('/sign-in?returnTo=//evil.example/')
  await page.getByRole('textbox', { name: 'Correu electrònic' }).fill(account.email)
  await page.getByRole('textbox', { name: 'Contrasenya' }).fill(account.password)
  await page.keyboard.press('Enter')
  await expect(accountLink(page, account)).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('with verification on the code is asked for, and a used one is refused', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  const code = await authenticator.next(entry)
  await signInWithCode(page, account, code)
  await signOut(page)

  await enterPassword(page, account)
  await answerWithCode(page, code)
  await expect(page.getByRole('alert')).toContainText(/ja s'ha fet servir/i)
  await expect(codePage(page)).toBeVisible()
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()
})

test('a wrong code says so, and the box stays as it was', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await enterPassword(page, account)
  const box = page.getByRole('checkbox', { name: /Recorda la verificació/ })
  await expect(box).not.toBeChecked()
  await answerWithCode(page, wrongCode(authenticator, entry), { remember: true })
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(box).toBeChecked()
  await expect(codeField(page)).toBeFocused()
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()
})

test('a pasted "123 456" goes by itself, over a refused code too', async ({ signedIn: page, context, account, authenticator }) => {
  await context.grantPermissions(['clipboard-write'])
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await enterPassword(page, account)
  const wrong = wrongCode(authenticator, entry)
  await paste(page, `${wrong.slice(0, 3)} ${wrong.slice(3)}`)
  await expect(page.getByRole('alert')).toBeVisible()
  const code = await authenticator.next(entry)
  await paste(page, `${code.slice(0, 3)} ${code.slice(3)}`)
  await expect(accountLink(page, account)).toBeVisible()
})

async function paste(page: Page, text: string) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await codeField(page).press('ControlOrMeta+a')
  await codeField(page).press('ControlOrMeta+v')
}

test('a recovery code signs in once, and the mail says how many are left', async ({ signedIn: page, account, authenticator, mailbox }) => {
  const { recoveryCodes } = await turnOn(page, account, authenticator)
  const [code] = recoveryCodes as [string]
  await signOut(page)
  await enterPassword(page, account)
  await answerWithRecoveryCode(page, code)
  await expect(accountLink(page, account)).toBeVisible()
  await mailbox.waitFor(account.email, /recuperació/)
  await signOut(page)

  await enterPassword(page, account)
  await answerWithRecoveryCode(page, code.toUpperCase())
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(accountLink(page, account)).toBeHidden()
})

test('closing the code page leaves nothing behind: the password is asked for again', async ({
  signedIn: page,
  account,
  authenticator,
  otherBrowser,
}) => {
  await turnOn(page, account, authenticator)
  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
  await otherBrowser.goto('/account/two-factor')
  await expect(signInPage(otherBrowser)).toBeVisible()
})
