import { devices } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from } from '../flows/addresses.ts'
import { guessByHttp, warnedWithin } from '../flows/codes.ts'
import { newClient, turnOnByHttp } from '../flows/http.ts'
import { linkIn, linksIn, scan } from '../flows/mailed.ts'
import { askForReset, goodPassword, resetPassword } from '../flows/password.ts'
import { accountLink, answerWithCode, enterPassword, signIn, signInWithCode, signOut } from '../flows/sign-in.ts'

test('a sign-in from a new kind of browser is mailed, and the next one from there is not', async ({
  signedIn: page,
  account,
  browser,
  mailbox,
}) => {
  await signOut(page)
  const { userAgent } = devices['iPhone 15']
  const context = await browser.newContext({ userAgent })
  const phone = await context.newPage()
  await signIn(phone, account)
  const news = (await mailbox.waitFor(account.email, /navegador nou/)).text
  expect(news).toMatch(/Safari a iOS/)
  await signOut(phone)
  await signIn(phone, account)
  await context.close()
  await askForReset(page, account.email)
  await mailbox.waitFor(account.email, /contrasenya nova/)
  expect((await mailbox.to(account.email)).filter(({ subject }) => /navegador nou/.test(subject))).toHaveLength(1)
})

test('mail scanners that open every link change nothing', async ({
  page,
  account,
  authenticator,
  address,
  playwright,
  request,
  mailbox,
  otherBrowser,
}) => {
  const client = await newClient(playwright, from(address))
  const { entry } = await turnOnByHttp(client, account, authenticator)
  await signInWithCode(page, account, await authenticator.next(entry))
  await guessByHttp(playwright, account, authenticator, entry)
  await client.dispose()
  await askForReset(otherBrowser, account.email)
  const warning = await mailbox.waitFor(account.email, /a mitges/, warnedWithin)
  const reset = await mailbox.waitFor(account.email, /contrasenya nova/)

  for (const mail of await mailbox.to(account.email)) {
    await scan(request, mail)
    // Some scanners draw the page too.
    for (const link of linksIn(mail)) {
      await otherBrowser.goto(link)
      await expect(otherBrowser.getByRole('heading', { level: 1 })).toBeVisible()
      await otherBrowser.waitForLoadState('networkidle')
    }
  }
  await page.reload()
  await expect(accountLink(page, account)).toBeVisible()
  await signOut(page)
  await enterPassword(page, account)
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()
  await page.goto(linkIn(warning))
  await expect(page.getByRole('button', { name: 'No he estat jo' })).toBeVisible()
  await resetPassword(page, linkIn(reset), goodPassword)
})

test('no mail carries anything to load, and none more than one link', async ({ signedIn: page, account, mailbox }) => {
  await askForReset(page, account.email)
  const { html, text, subject } = await mailbox.waitFor(account.email, /contrasenya nova/)
  expect(subject).toMatch(/^Porta: /)
  expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio)|url\(|@import|\bsrc=/i)
  expect(linksIn({ html, text, subject, to: '', date: undefined })).toHaveLength(1)
})
