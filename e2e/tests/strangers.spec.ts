import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Page, TestInfo } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { accountLink, answerWithCode, enterPassword, signOut } from '../flows/sign-in.ts'
import { confirmOn, download, finishWizard, openQr, openTwoFactor, pictureOf, qrImage, readRecoveryCodes } from '../flows/two-factor.ts'

/** A phone nobody here wrote: zbar looks at the picture, oathtool makes the codes. */
const missing = ['zbarimg', 'oathtool'].filter((tool) => spawnSync(tool, ['--version']).error)
test.skip(missing.length > 0, `not installed here: ${missing.join(', ')}`)

test('the screen, the copies and the print are one key, and its codes open the door', async ({ page, account, otherBrowser }, testInfo) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await page.goto('/sign-in')
  await enterPassword(page, account)
  await openTwoFactor(page, account)
  await openQr(page)
  const secret = secretIn(await qrImage(page).screenshot(), testInfo)
  await confirmOn(page, codeOf(secret, -30))
  await readRecoveryCodes(page)

  expect(secretIn((await download(page, /PNG/)).path, testInfo)).toBe(secret)
  const svg = await download(page, /SVG/)
  expect(secretIn(await pictureOf(otherBrowser, svg.path), testInfo)).toBe(secret)
  expect(secretIn(await printed(page), testInfo)).toBe(secret)
  await finishWizard(page)

  await signOut(page)
  await enterPassword(page, account)
  await answerWithCode(page, codeOf(secret, 0))
  await expect(accountLink(page, account)).toBeVisible()
})

/** The sheet as it goes to the printer. */
async function printed(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Imprimeix el full' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: 'Còpia de la clau de verificació' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  const paper = await page.screenshot({ fullPage: true })
  await page.emulateMedia({ media: null })
  return paper
}

function secretIn(image: Buffer | string, testInfo: TestInfo): string {
  const file = typeof image === 'string' ? image : testInfo.outputPath(`${Date.now()}.png`)
  if (typeof image !== 'string') writeFileSync(file, image)
  const uri = execFileSync('zbarimg', ['-q', '--nodbus', '--raw', `PNG:${file}`], { encoding: 'utf8' })
  return /secret=([A-Z2-7]+)/.exec(uri)?.[1] ?? `no secret in ${uri}`
}

function codeOf(secret: string, seconds: number): string {
  const at = new Date(Date.now() + seconds * 1000).toISOString().replace('T', ' ').slice(0, 19)
  return execFileSync('oathtool', ['--totp', '-b', '--now', `${at} UTC`, secret], { encoding: 'utf8' }).trim()
}
