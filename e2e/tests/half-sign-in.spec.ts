import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { guessCodes, warnedWithin, wrongCodes } from '../flows/codes.ts'
import { linkIn } from '../flows/mailed.ts'
import { changePassword, deadLink, goodPassword, resetPassword } from '../flows/password.ts'
import {
  accountLink,
  answerWithCode,
  codePage,
  enterPassword,
  type Person,
  signIn,
  signInPage,
  signInWithCode,
  signOut,
} from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'
import type { Mailbox } from '../mailbox.ts'

const banner = (page: Page) => page.getByRole('region', { name: 'Entrades a mitges' })
const warning = (mailbox: Mailbox, { email }: Person) => mailbox.waitFor(email, /ha quedat a mitges/, warnedWithin)

test('somebody knows the password and not the code: "this was not me" leaves them nothing', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  const { entry } = await turnOn(page, account, authenticator)
  await guessCodes(otherBrowser, account, wrongCodes(authenticator, entry, 5))
  const link = linkIn(await warning(mailbox, account))

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Si no has estat tu' })).toBeVisible()
  expect(page.url(), 'the token leaves the address at once').not.toContain('#')
  await page.getByRole('button', { name: 'No he estat jo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /ningú més no pot entrar/ })).toBeVisible()
  await page.goto('/account')
  await expect(signInPage(page)).toBeVisible()
  await enterPassword(page, account)
  await expect(page.getByRole('alert')).toBeVisible()

  const reset = await mailbox.waitFor(account.email, /la teva contrasenya ja no serveix/)
  await resetPassword(page, linkIn(reset), goodPassword)
  await signInWithCode(page, { ...account, password: goodPassword }, await authenticator.next(entry))
  await expect(banner(page), 'it was answered').toBeHidden()

  await otherBrowser.goto(link)
  await otherBrowser.getByRole('button', { name: 'No he estat jo' }).click()
  await expect(deadLink(otherBrowser)).toBeVisible()
})

test('until it is answered, a remembered browser is asked for a code too; "it was me" ends it', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await guessCodes(otherBrowser, account, wrongCodes(authenticator, entry, 5))
  await warning(mailbox, account)

  await signOut(page)
  await enterPassword(page, account)
  await answerWithCode(page, await authenticator.next(entry))
  await expect(banner(page)).toContainText('Algú ha escrit bé la teva contrasenya i no ha posat el codi')
  await banner(page).getByRole('button', { name: 'He estat jo' }).click()
  await expect(banner(page)).toBeHidden()
  await page.reload()
  await expect(accountLink(page, account)).toBeVisible()
  await expect(banner(page)).toBeHidden()
  await signOut(page)
  await signIn(page, account)
})

test('the banner leads to a new password when it was not me, and goes with the old one', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  const { entry } = await turnOn(page, account, authenticator)
  await guessCodes(otherBrowser, account, wrongCodes(authenticator, entry, 5))
  await warning(mailbox, account)
  await page.reload()
  await banner(page).getByRole('link', { name: 'No he estat jo' }).click()
  await changePassword(page, account, goodPassword, await authenticator.next(entry))
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()
  await expect(banner(page)).toBeHidden()
  await enterPassword(otherBrowser, account)
  await expect(otherBrowser.getByRole('alert')).toBeVisible()
})

test('a sign-in that was confirmed in the end is not warned of', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
  nextAccount,
  browser,
}) => {
  const { entry } = await turnOn(page, account, authenticator)
  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
  await signInWithCode(otherBrowser, account, await authenticator.next(entry))

  // Once somebody else has been warned of what came later, this one would have been warned as well.
  const other = await nextAccount()
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, other)
  const { entry: theirEntry } = await turnOn(theirs, other, authenticator)
  await signOut(theirs)
  await guessCodes(theirs, other, wrongCodes(authenticator, theirEntry, 5))
  await warning(mailbox, other)
  await context.close()
  expect((await mailbox.to(account.email)).filter(({ subject }) => /a mitges/.test(subject))).toEqual([])
})
