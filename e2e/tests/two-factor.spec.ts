import { expect, test } from '../fixtures.ts'
import { wrongCode } from '../flows/codes.ts'
import { accountLink, answerWithCode, codeField, codePage, enterPassword, signIn, signInPage, signOut } from '../flows/sign-in.ts'
import {
  confirmOn,
  finishWizard,
  onButton,
  openQr,
  openTwoFactor,
  qrImage,
  readRecoveryCodes,
  scanQr,
  turnOff,
  turnOffWithRecoveryCode,
  turnOn,
  verificationSwitch,
} from '../flows/two-factor.ts'

test('switching on: scan the screen, type the code, press ON', async ({ signedIn: page, account, authenticator, mailbox }) => {
  await openTwoFactor(page, account)
  await expect(verificationSwitch(page)).not.toBeChecked()
  await openQr(page)
  const entry = await scanQr(page, authenticator)
  expect(entry).toMatchObject({ issuer: 'Porta', account: account.email, digits: 6, period: 30, hash: 'sha1' })
  expect(entry.secret).toHaveLength(20)

  await codeField(page).fill(await authenticator.next(entry))
  await expect(verificationSwitch(page)).not.toBeChecked()
  await expect(onButton(page)).toBeVisible()
  await onButton(page).click()

  expect(new Set(await readRecoveryCodes(page)).size).toBe(10)
  await expect(verificationSwitch(page)).toBeChecked()
  await expect(page.getByRole('heading', { name: 'Fet: la verificació està activada' })).toBeFocused()
  await finishWizard(page)
  await expect(verificationSwitch(page)).toHaveText(/ON/)
  const mail = await mailbox.waitFor(account.email, /has activat la verificació/)
  expect(mail.text + mail.html).not.toMatch(/otpauth|secret=/)
})

test('typing the code alone activates nothing', async ({ signedIn: page, account, authenticator, otherBrowser }) => {
  await openTwoFactor(page, account)
  await openQr(page)
  await codeField(page).fill(await authenticator.next(await scanQr(page, authenticator)))
  await page.reload()
  await expect(verificationSwitch(page)).not.toBeChecked()
  await signIn(otherBrowser, account)
})

test('a wrong code keeps the wizard open with the same key', async ({ signedIn: page, account, authenticator }) => {
  await openTwoFactor(page, account)
  await openQr(page)
  const entry = await scanQr(page, authenticator)
  await confirmOn(page, wrongCode(authenticator, entry))
  await expect(page.getByRole('alert')).toBeVisible()
  expect((await scanQr(page, authenticator)).uri).toBe(entry.uri)
  await confirmOn(page, await authenticator.next(entry))
  await readRecoveryCodes(page)
})

test('leaving the wizard changes nothing', async ({ signedIn: page, account, otherBrowser }) => {
  await openTwoFactor(page, account)
  await openQr(page)
  await page.getByRole('button', { name: 'Cancel·la' }).click()
  await expect(qrImage(page)).toBeHidden()
  await expect(verificationSwitch(page)).not.toBeChecked()
  await signIn(otherBrowser, account)
})

test('switching on ends the other sessions', async ({ signedIn: page, account, authenticator, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await turnOn(page, account, authenticator)
  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser)).toBeVisible()
  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
})

test('OFF with a code, and ON again gives another key', async ({ signedIn: page, account, authenticator, mailbox }) => {
  const { entry: old } = await turnOn(page, account, authenticator)
  await turnOff(page, await authenticator.next(old))
  await expect(verificationSwitch(page)).not.toBeChecked()
  await mailbox.waitFor(account.email, /has desactivat la verificació/)
  await signOut(page)
  await signIn(page, account)

  const { entry: young } = await turnOn(page, account, authenticator)
  expect(young.secret).not.toEqual(old.secret)
  await signOut(page)
  await enterPassword(page, account)
  await answerWithCode(page, await authenticator.next(young))
  await expect(accountLink(page, account)).toBeVisible()
})

test('OFF is refused with a wrong code', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await turnOff(page, wrongCode(authenticator, entry))
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(verificationSwitch(page)).toBeChecked()
})

test('OFF with a recovery code', async ({ signedIn: page, account, authenticator }) => {
  const { recoveryCodes } = await turnOn(page, account, authenticator)
  await turnOffWithRecoveryCode(page, recoveryCodes[3] as string)
  await expect(verificationSwitch(page)).not.toBeChecked()
  await signOut(page)
  await signIn(page, account)
})

test('a member of the desk must switch verification on before anything else, and is never remembered', async ({
  page,
  staff,
  authenticator,
}) => {
  await enterPassword(page, staff)
  await expect(page.getByRole('heading', { level: 1, name: 'Autenticació de dos factors' })).toBeVisible()
  await page.goto('/account/sessions')
  await expect(page.getByRole('heading', { level: 1, name: 'Autenticació de dos factors' })).toBeVisible()
  expect((await page.request.get('/api/sessions')).status()).toBe(403)

  await openQr(page)
  const entry = await scanQr(page, authenticator)
  await confirmOn(page, await authenticator.next(entry))
  await readRecoveryCodes(page)
  await finishWizard(page)
  await page.goto('/account/sessions')
  await expect(page.getByRole('heading', { level: 1, name: 'Dispositius i sessions' })).toBeVisible()

  await signOut(page)
  await enterPassword(page, staff)
  await expect(codePage(page)).toBeVisible()
  await expect(page.getByRole('checkbox')).toBeHidden()
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, staff)).toBeVisible()
})
