import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Page, TestInfo } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { newClient, turnOnByHttp } from '../flows/http.ts'
import { caseCode, inThrees, openCase, typeCaseCode } from '../flows/recovery.ts'
import { accountLink, answerWithCode, enterPassword, signOut } from '../flows/sign-in.ts'
import { confirmOn, download, finishWizard, openQr, openTwoFactor, pictureOf, qrImage, readRecoveryCodes } from '../flows/two-factor.ts'
import { origin } from '../product.ts'

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
  await confirmOn(page, codeOf(secret, 0))
  await readRecoveryCodes(page)

  expect(secretIn((await download(page, /PNG/)).path, testInfo)).toBe(secret)
  const svg = await download(page, /SVG/)
  expect(secretIn(await pictureOf(otherBrowser, svg.path), testInfo)).toBe(secret)
  expect(secretIn(await printed(page), testInfo)).toBe(secret)
  await finishWizard(page)

  await signOut(page)
  await enterPassword(page, account)
  // The code that is used up was that of its moment: the one after it is good for half a minute at least.
  await answerWithCode(page, codeOf(secret, 30))
  await expect(accountLink(page, account)).toBeVisible()
})

test('the form to be certified, on paper: its QR leads to the case, and the fingerprint is that of the text', async ({
  page,
  playwright,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}, testInfo) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  const client = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(client, account, authenticator)
  await client.dispose()
  const number = await openCase(page, account, 'company')
  await typeCaseCode(page, await caseCode(mailbox, account, number), number)
  const paper = await onPaper(page, 'Imprimeix el formulari', 'Sol·licitud verificada oficialment', async () => {
    const text = await page.getByRole('paragraph').filter({ hasText: account.email }).textContent()
    const fingerprint = await page
      .getByRole('paragraph')
      .filter({ hasText: /^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/ })
      .textContent()
    const [sum] = execFileSync('sha256sum', { input: text ?? '', encoding: 'utf8' }).split(' ')
    expect(fingerprint?.replaceAll(' ', '')).toBe(sum)
    expect(text).toMatch(inThrees(number))
  })
  const address = seenBy(paper, testInfo).trim()
  expect(address).toBe(`${origin}/recovery?number=${number}`)
  await otherBrowser.goto(address)
  await expect(otherBrowser.getByRole('textbox', { name: 'Número del cas' })).toHaveValue(inThrees(number))
})

/** The sheet as it goes to the printer. */
const printed = (page: Page) => onPaper(page, 'Imprimeix el full', 'Còpia de la clau de verificació')

/** What a button prints, and what can be read there. */
async function onPaper(page: Page, button: string, title: string, read = async () => undefined as unknown): Promise<Buffer> {
  await page.getByRole('button', { name: button }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('main')).toBeHidden()
  await read()
  const paper = await page.screenshot({ fullPage: true })
  await page.emulateMedia({ media: null })
  return paper
}

/** The text of the one QR code in a picture. */
function seenBy(image: Buffer | string, testInfo: TestInfo): string {
  const file = typeof image === 'string' ? image : testInfo.outputPath(`${Date.now()}.png`)
  if (typeof image !== 'string') writeFileSync(file, image)
  return execFileSync('zbarimg', ['-q', '--nodbus', '--raw', `PNG:${file}`], { encoding: 'utf8' })
}

function secretIn(image: Buffer | string, testInfo: TestInfo): string {
  const uri = seenBy(image, testInfo)
  return /secret=([A-Z2-7]+)/.exec(uri)?.[1] ?? `no secret in ${uri}`
}

function codeOf(secret: string, seconds: number): string {
  const at = new Date(Date.now() + seconds * 1000).toISOString().replace('T', ' ').slice(0, 19)
  return execFileSync('oathtool', ['--totp', '-b', '--now', `${at} UTC`, secret], { encoding: 'utf8' }).trim()
}
