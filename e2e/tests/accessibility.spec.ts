import { AxeBuilder } from '@axe-core/playwright'
import { devices, type Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { visitCompany } from '../flows/company-screens.ts'
import { visitDesk } from '../flows/desk-screens.ts'
import { visitRecovery } from '../flows/recovery-screens.ts'
import { visitEveryScreen } from '../flows/screens.ts'
import { visitWaysBack } from '../flows/way-back-screens.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const sizes = {
  computer: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, userAgent: devices['Pixel 7'].userAgent },
}

for (const [size, use] of Object.entries(sizes))
  test.describe(size, () => {
    test.use(use)
    test.beforeEach(() => test.slow())

    test('axe finds nothing on any screen or dialog, by day or by night, and nothing is wider than the screen', async ({
      page,
      account,
      authenticator,
    }) => {
      const { found, look } = await withAxe(page)
      await visitEveryScreen(page, account, authenticator, look)
      expect(found).toEqual([])
    })

    test('nor on the ways back and the warnings', async ({ page, account, playwright, authenticator, mailbox }) => {
      const { found, look } = await withAxe(page)
      await visitWaysBack(page, account, { playwright, authenticator, mailbox }, look)
      expect(found).toEqual([])
    })

    test('nor on the pages of the company', async ({ page, account, colleague, authenticator, otherPhone, mailbox }) => {
      const { found, look } = await withAxe(page)
      await visitCompany(page, { admin: account, contact: colleague, phone: authenticator, contactsPhone: otherPhone, mailbox }, look)
      expect(found).toEqual([])
    })

    test('nor on requests, calls and the desk', async ({ page, account, staff, authenticator }) => {
      const { found, look } = await withAxe(page)
      await visitDesk(page, { customer: account, staff, phone: authenticator }, look)
      expect(found).toEqual([])
    })

    test('nor where a phone is lost', async ({
      page,
      playwright,
      account,
      otherAdmin,
      staff,
      authenticator,
      otherPhone,
      deskPhone,
      mailbox,
    }) => {
      const { found, look } = await withAxe(page)
      const phones = { lost: authenticator, admin: otherPhone, staff: deskPhone }
      await visitRecovery(page, { playwright, lost: account, admin: otherAdmin, staff, phones, mailbox }, look)
      expect(found).toEqual([])
    })
  })

/** Looks at a screen as it stands, in the light and in the dark; without motion, so that no colour is caught half-way. */
async function withAxe(page: Page) {
  const found: string[] = []
  const note = (screen: string, violations: { id: string; nodes: { html: string }[] }[]) => {
    for (const { id, nodes } of violations) found.push(`${screen}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const look = async (screen: string) => {
    note(screen, (await new AxeBuilder({ page }).withTags(rules).analyze()).violations)
    await page.emulateMedia({ colorScheme: 'dark' })
    // Only colours differ in the dark.
    note(`${screen}, dark`, (await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()).violations)
    await page.emulateMedia({ colorScheme: 'light' })
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    if (scrollWidth > clientWidth) found.push(`${screen}: ${scrollWidth} px wide`)
  }
  return { found, look }
}
