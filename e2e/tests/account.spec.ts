import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { newClient, ownId, sendPassword, signInByHttp, turnOnByHttp } from '../flows/http.ts'
import { actByHttp, caseIdByHttp, deskByHttp, sentCaseByHttp } from '../flows/recovery-http.ts'
import { signIn, signOut } from '../flows/sign-in.ts'
import { origin } from '../product.ts'

const languages = [
  { tag: 'es', save: 'Guardar', name: 'Español', title: 'Autenticación de dos factores', browser: 'es-ES' },
  { tag: 'en', save: 'Save', name: 'English', title: 'Two-factor authentication', browser: 'en-GB' },
  { tag: 'cs', save: 'Uložit', name: 'Čeština', title: 'Dvoufaktorové ověření', browser: 'cs-CZ' },
  { tag: 'ca', save: 'Desa', name: 'Català', title: 'Autenticació de dos factors', browser: 'ca-ES' },
]

test('the details are those of the contact', async ({ signedIn: page, account }) => {
  await page.getByRole('banner').getByRole('link', { name: account.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Les meves dades' })).toBeVisible()
  for (const detail of [account.name, account.email, account.companyName]) await expect(page.getByRole('main')).toContainText(detail)
})

test('the language changes at once, in all four, and stays', async ({ signedIn: page, account, otherBrowser }) => {
  for (const [at, { tag, name, title }] of languages.entries()) {
    const { save } = languages.at(at - 1) as (typeof languages)[number]
    await page.goto('/account')
    await page.getByRole('combobox').selectOption(name)
    await page.getByRole('main').getByRole('button', { name: save, exact: true }).click()
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

for (const { tag, browser } of languages)
  test.describe(`the words of ${tag}`, () => {
    test.use({ locale: browser })
    test('are all there, on the ways back and on the pages of the account and of the company', async ({ page, account }) => {
      const token = 'A'.repeat(43)
      for (const path of [
        '/forgot-password',
        `/reset-password#${token}`,
        `/not-me#${token}`,
        `/approve-browser#${token}`,
        `/invitation#${token}`,
        `/stop-recovery#${token}`,
        '/recovery',
        '/receipt',
      ])
        await expectWords(page, path, tag)
      await page.goto('/sign-in')
      await signInByHttp(page.request, account, { origin })
      const response = await page.request.patch('/api/me', { headers: { origin }, data: { language: tag } })
      expect(response.status()).toBe(204)
      const ofAccount = ['/account', '/account/password', '/account/activity', '/account/sessions', '/account/two-factor']
      const ofCompany = [
        '/contacts',
        `/contacts/${await ownId(page.request)}`,
        '/company/verification',
        '/company/activity',
        '/company/leavers',
        '/company/recovery-cases',
      ]
      const ofRequests = ['/requests', '/requests/new', '/requests/unknown', '/desk']
      for (const path of ['/', ...ofAccount, ...ofCompany, ...ofRequests, '/programs/new', '/programs/unknown', '/help'])
        await expectWords(page, path, tag)
    })

    test('are all there, at the desk and where a phone is lost', async ({
      page,
      playwright,
      account,
      authenticator,
      staff,
      deskPhone,
      mailbox,
    }) => {
      const lost = await newClient(playwright, from(newAddress()))
      await turnOnByHttp(lost, account, authenticator)
      await sendPassword(page.request, account, { origin })
      await expectWords(page, '/sign-in/lost-phone', tag)
      const number = await sentCaseByHttp(lost, account, mailbox)
      await page.context().addCookies((await lost.storageState()).cookies.filter(({ name }) => name === '__Host-case'))
      await expectWords(page, '/recovery', tag)

      const desk = await deskByHttp(await newClient(playwright, from(newAddress())), staff, deskPhone)
      expect((await desk.client.patch('/api/me', { data: { language: tag } })).status()).toBe(204)
      const caseId = await caseIdByHttp(desk.client, number)
      expect((await actByHttp(desk.client, caseId, 'claim')).status()).toBe(204)
      await page.context().addCookies((await desk.client.storageState()).cookies)
      for (const path of ['/desk', '/desk/requests', '/desk/requests/unknown', '/desk/recovery', `/desk/recovery/${caseId}`])
        await expectWords(page, path, tag)
      for (const client of [lost, desk.client]) await client.dispose()
    })
  })

/** A page in its language; a text that is missing would show as its name, such as "password.title". */
async function expectWords(page: Page, path: string, tag: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag)
  const main = page.getByRole('main')
  await expect(main).not.toContainText(
    /\b(account|activity|api-contacts|common|company|contacts|desk|help|home|invitation|mailed-links|notices|password|problems|problems-inside|recovery|requests|sessions|shell|sign-in|two-factor)\.[a-zA-Z]/,
    { useInnerText: true },
  )
  await expect(main).not.toContainText(/[{}]|undefined/)
}

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
