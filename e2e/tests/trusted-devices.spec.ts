import { expect, test } from '../fixtures.ts'
import { deviceRows, forgetAllDevices, forgetThisDevice, openDevices } from '../flows/devices.ts'
import { accountLink, codePage, enterPassword, signIn, signInWithCode, signOut } from '../flows/sign-in.ts'
import { turnOff, turnOn } from '../flows/two-factor.ts'

test('a remembered browser skips the code the next time, another does not', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await mailbox.waitFor(account.email, /recordem un dispositiu nou/)
  await signOut(page)
  await signIn(page, account)

  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
})

test('without the tick nothing is remembered', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry))
  await openDevices(page, account)
  await expect(deviceRows(page)).toHaveCount(0)
  await signOut(page)
  await enterPassword(page, account)
  await expect(codePage(page)).toBeVisible()
})

test('a remembered browser still needs the right password', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await signOut(page)
  await enterPassword(page, { ...account, password: 'not the password' })
  await expect(page.getByRole('alert')).toBeVisible()
})

test('a remembered browser of one person says nothing for another', async ({
  signedIn: page,
  account,
  authenticator,
  nextAccount,
  browser,
}) => {
  const other = await nextAccount()
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, other)
  await turnOn(theirs, other, authenticator)
  await context.close()

  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await signOut(page)
  await enterPassword(page, other)
  await expect(codePage(page)).toBeVisible()
})

test('a forgotten browser is asked again', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await openDevices(page, account)
  await expect(deviceRows(page)).toHaveCount(1)
  await forgetThisDevice(page)
  await expect(deviceRows(page)).toHaveCount(0)
  await expect(accountLink(page, account)).toBeVisible()
  await signOut(page)
  await enterPassword(page, account)
  await expect(codePage(page)).toBeVisible()
})

test('all forgotten at once: every browser is asked again', async ({ signedIn: page, account, authenticator, otherBrowser }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  for (const browser of [page, otherBrowser]) await signInWithCode(browser, account, await authenticator.next(entry), { remember: true })
  await page.reload()
  await openDevices(page, account)
  await expect(deviceRows(page)).toHaveCount(2)
  await forgetAllDevices(page)
  await expect(deviceRows(page)).toHaveCount(0)
  for (const browser of [page, otherBrowser]) {
    await signOut(browser)
    await enterPassword(browser, account)
    await expect(codePage(browser)).toBeVisible()
  }
})

test('OFF forgets the remembered browsers: after ON again the code is asked for', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await page.goto('/account/two-factor')
  await turnOff(page, await authenticator.next(entry))
  await turnOn(page, account, authenticator)
  await signOut(page)
  await enterPassword(page, account)
  await expect(codePage(page)).toBeVisible()
})
