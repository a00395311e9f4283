import { devices } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { openQr, openTwoFactor, scanQr } from '../flows/two-factor.ts'

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, userAgent: devices['Pixel 7'].userAgent })

test('the link opens the app of the same phone with the same key', async ({ signedIn: page, account, authenticator }) => {
  await openTwoFactor(page, account)
  await openQr(page)
  const { uri } = await scanQr(page, authenticator)
  await expect(page.getByRole('link', { name: "Obre'l a l'aplicació" })).toHaveAttribute('href', uri)
})
