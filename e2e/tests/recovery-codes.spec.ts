import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { accountLink, answerWithRecoveryCode, enterPassword, signOut } from '../flows/sign-in.ts'
import {
  confirmOn,
  download,
  finishWizard,
  openQr,
  openTwoFactor,
  readRecoveryCodes,
  scanQr,
  turnOffWithRecoveryCode,
  turnOn,
  verificationSwitch,
} from '../flows/two-factor.ts'

const codesButton = (page: Page) => page.getByRole('button', { name: /Codis de recuperació/ })

test('ten codes to copy, to download and to print, shown this once', async ({ page, context, account, authenticator }) => {
  await context.grantPermissions(['clipboard-write'])
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await enterPassword(page, account)
  await openTwoFactor(page, account)
  await openQr(page)
  const entry = await scanQr(page, authenticator)
  await confirmOn(page, await authenticator.next(entry))
  const codes = await readRecoveryCodes(page)

  await page.getByRole('button', { name: 'Copia els codis' }).click()
  await expect(page.getByRole('button', { name: 'Copiat' })).toBeVisible()
  expect(await pasted(page)).toBe(codes.join(' '))
  const file = await download(page, /Baixa els codis/)
  expect(file.name).toMatch(/\.txt$/)
  const text = await readFile(file.path, 'utf8')
  for (const part of [...codes, account.email]) expect(text).toContain(part)

  await page.getByRole('button', { name: 'Imprimeix els codis' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: 'Codis de recuperació' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  expect(await readRecoveryCodes(page)).toEqual(codes)
  await page.emulateMedia({ media: null })

  await finishWizard(page)
  await page.reload()
  await expect(codesButton(page)).toContainText('10 de 10')
  const content = await page.content()
  for (const code of codes) expect(content).not.toContain(code)
})

/** No page of the product may read the clipboard; a person pastes it somewhere, here into a line. */
async function pasted(page: Page): Promise<string> {
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('/forgot-password')
  const line = elsewhere.getByRole('textbox', { name: 'Correu electrònic' })
  await line.evaluate((input) => input.setAttribute('type', 'text'))
  await line.press('ControlOrMeta+v')
  const text = await line.inputValue()
  await elsewhere.close()
  return text
}

test('each use is mailed and counted, and OFF takes one too', async ({ signedIn: page, account, authenticator, mailbox }) => {
  const { recoveryCodes } = await turnOn(page, account, authenticator)
  const [first, second] = recoveryCodes as [string, string]
  await signOut(page)
  await enterPassword(page, account)
  await answerWithRecoveryCode(page, first)
  await expect(accountLink(page, account)).toBeVisible()
  const mail = await mailbox.waitFor(account.email, /codi de recuperació/)
  expect(mail.text).toContain('Et queden 9 codis')
  await openTwoFactor(page, account)
  await expect(codesButton(page)).toContainText('9 de 10')

  await turnOffWithRecoveryCode(page, first)
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText("ja s'ha fet servir")
  await page.keyboard.press('Escape')
  await turnOffWithRecoveryCode(page, second)
  await expect(verificationSwitch(page)).not.toBeChecked()
  await mailbox.waitFor(account.email, (mail) => mail.text.includes('amb un codi de recuperació') && /desactivat/.test(mail.subject))
})
