import { expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import { answerWithCode, codePage, enterPassword, type Person, signIn, signInPage, signOut } from './sign-in.ts'
import { confirmOn, openQr, openTwoFactor, qrImage, readRecoveryCodes, scanQr, showQr, verificationSwitch } from './two-factor.ts'

export type Look = (screen: string) => Promise<void>

/** Shows every screen and every dialog once, in the order a person meets them, and calls `look` on each. */
export async function visitEveryScreen(page: Page, person: Person, phone: Authenticator, look: Look) {
  await page.goto('/sign-in')
  await expect(signInPage(page)).toBeVisible()
  await look('sign-in')
  await enterPassword(page, { ...person, password: 'not the password' })
  await expect(page.getByRole('alert')).toBeVisible()
  await look('sign-in refused')

  await signIn(page, person)
  await settled(page)
  await look('home')
  for (const path of ['/account', '/account/two-factor', '/account/sessions', '/help', '/no-such-page']) {
    await page.goto(path)
    await settled(page)
    await look(path)
  }

  await page.goto('/')
  await openTwoFactor(page, person)
  await verificationSwitch(page).click()
  await settled(page)
  await look('wizard, before')
  await page.reload()
  await openQr(page)
  await look('wizard, QR')
  const entry = await scanQr(page, phone)
  await confirmOn(page, await phone.next(entry))
  await readRecoveryCodes(page)
  await settled(page)
  await look('wizard, copies')
  await page.getByRole('button', { name: 'Fet' }).click()

  await signOut(page)
  await enterPassword(page, person)
  await expect(codePage(page)).toBeVisible()
  await look('code')
  await page.goto('/sign-in/recovery-code')
  await settled(page)
  await look('recovery code')
  await page.goBack()
  await answerWithCode(page, await phone.next(entry), { remember: true })
  await expect(page.getByRole('button', { name: 'Surt' })).toBeVisible()
  await settled(page)
  await look('home, verification on')

  await page.goto('/account/two-factor')
  await expect(verificationSwitch(page)).toBeChecked()
  await settled(page)
  await look('two-factor, on')
  for (const name of ['Mostra el codi QR', 'Imprimeix una còpia', /Codis de recuperació/, "Oblida'ls tots"])
    await lookAtDialog(page, look, name)
  await verificationSwitch(page).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('dialog OFF')
  await page.keyboard.press('Escape')
  await showQr(page, person, await phone.next(entry))
  await expect(qrImage(page)).toBeVisible()
  await look('dialog with the QR')

  // A second sign-in in the same browser: now there is another session to end.
  await signIn(page, person)
  await page.goto('/account/sessions')
  await settled(page)
  await look('sessions, with a remembered device')
  await lookAtDialog(page, look, 'Tanca totes les altres')
}

async function lookAtDialog(page: Page, look: Look, button: string | RegExp) {
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(`dialog ${button}`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The page has its title, and what it asked the server for. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}
