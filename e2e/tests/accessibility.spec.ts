import { AxeBuilder } from '@axe-core/playwright'
import { devices, type Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { visitCompany } from '../flows/company-screens.ts'
import { visitEveryScreen } from '../flows/screens.ts'
import { visitWaysBack } from '../flows/way-back-screens.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const sizes = {
  computer: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, userAgent: devices['Pixel 7'].userAgent },
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const [size, use] of Object.entries(sizes))
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, ...use })
      test('axe finds nothing on any screen or dialog', async ({ page, account, authenticator }) => {
        test.slow()
        const { found, look } = withAxe(page)
        await visitEveryScreen(page, account, authenticator, look)
        expect(found).toEqual([])
      })

      test('axe finds nothing on the ways back and the warnings', async ({ page, account, playwright, authenticator, mailbox }) => {
        test.slow()
        const { found, look } = withAxe(page)
        await visitWaysBack(page, account, { playwright, authenticator, mailbox }, look)
        expect(found).toEqual([])
      })

      test('axe finds nothing on the pages of the company', async ({ page, account, colleague, authenticator, otherPhone, mailbox }) => {
        test.slow()
        const { found, look } = withAxe(page)
        await visitCompany(page, { admin: account, contact: colleague, phone: authenticator, contactsPhone: otherPhone, mailbox }, look)
        expect(found).toEqual([])
      })
    })

function withAxe(page: Page) {
  const found: string[] = []
  const look = async (screen: string) => {
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    for (const { id, nodes } of violations) found.push(`${screen}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  }
  return { found, look }
}
