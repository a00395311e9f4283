import { devices, type Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { visitCompany } from '../flows/company-screens.ts'
import { visitEveryScreen } from '../flows/screens.ts'
import { openQr, openTwoFactor, scanQr } from '../flows/two-factor.ts'
import { visitWaysBack } from '../flows/way-back-screens.ts'

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, userAgent: devices['Pixel 7'].userAgent })

test('nothing is wider than the phone', async ({ page, account, authenticator }) => {
  test.slow()
  const { tooWide, look } = withRuler(page)
  await visitEveryScreen(page, account, authenticator, look)
  expect(tooWide).toEqual([])
})

test('nothing of the ways back and the warnings is wider than the phone', async ({ page, account, playwright, authenticator, mailbox }) => {
  test.slow()
  const { tooWide, look } = withRuler(page)
  await visitWaysBack(page, account, { playwright, authenticator, mailbox }, look)
  expect(tooWide).toEqual([])
})

test('nothing of the company is wider than the phone', async ({ page, account, colleague, authenticator, otherPhone, mailbox }) => {
  test.slow()
  const { tooWide, look } = withRuler(page)
  await visitCompany(page, { admin: account, contact: colleague, phone: authenticator, contactsPhone: otherPhone, mailbox }, look)
  expect(tooWide).toEqual([])
})

function withRuler(page: Page) {
  const tooWide: string[] = []
  const look = async (screen: string) => {
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    if (scrollWidth > clientWidth) tooWide.push(`${screen}: ${scrollWidth} px`)
  }
  return { tooWide, look }
}

test('the link opens the app of the same phone with the same key', async ({ signedIn: page, account, authenticator }) => {
  await openTwoFactor(page, account)
  await openQr(page)
  const { uri } = await scanQr(page, authenticator)
  await expect(page.getByRole('link', { name: "Obre'l a l'aplicació" })).toHaveAttribute('href', uri)
})
