import { expect, test } from '../fixtures.ts'
import { endOthers, openDevices, proveEndOthers, sessionRows } from '../flows/devices.ts'
import { signIn, signInPage, signInWithCode } from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'

test('the list names each browser and marks this one', async ({ signedIn: page, account, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await openDevices(page, account)
  await expect(sessionRows(page)).toHaveCount(2)
  await expect(sessionRows(page).filter({ hasText: /Aquest/ })).toHaveCount(1)
})

test('one session is ended, and is out at once', async ({ signedIn: page, account, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await openDevices(page, account)
  await sessionRows(page)
    .filter({ hasNotText: /Aquest/ })
    .getByRole('button')
    .click()
  await expect(sessionRows(page)).toHaveCount(1)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
})

test('all others are ended with the password while verification is off', async ({ signedIn: page, account, otherBrowser }) => {
  await signIn(otherBrowser, account)
  await openDevices(page, account)
  await endOthers(page, 'Contrasenya', 'not the password')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await proveEndOthers(page, 'Contrasenya', account.password)
  await expect(sessionRows(page)).toHaveCount(1)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
})

test('all others are ended with a code while verification is on', async ({ signedIn: page, account, authenticator, otherBrowser }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signInWithCode(otherBrowser, account, await authenticator.next(entry))
  await openDevices(page, account)
  await endOthers(page, 'Codi de 6 xifres', await authenticator.next(entry))
  await expect(sessionRows(page)).toHaveCount(1)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
})
