import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { switchDialog, switchOf } from '../flows/contacts.ts'
import { signInProtected } from '../flows/http.ts'
import { linkIn } from '../flows/mailed.ts'
import { anotherGoodPassword, goodPassword, newPasswordField } from '../flows/password.ts'
import { accountLink, codeField, codePage, signIn, signInPage } from '../flows/sign-in.ts'
import { haveTheApp, onButton, qrImage, readRecoveryCodes, scanQr, verificationSwitch } from '../flows/two-factor.ts'

test('signing in, ON, and signing in with a code, without touching the mouse', async ({ page, account, authenticator }) => {
  await page.goto('/sign-in')
  await signInByKeyboard(page, account)

  await press(page, accountLink(page, account))
  await press(page, page.getByRole('link', { name: 'Autenticació de dos factors' }))
  await press(page, verificationSwitch(page))
  await press(page, haveTheApp(page))
  await expect(qrImage(page)).toBeVisible()
  const entry = await scanQr(page, authenticator)
  await tabTo(page, codeField(page))
  await page.keyboard.type(await authenticator.next(entry))
  await press(page, onButton(page))
  await readRecoveryCodes(page)
  await press(page, page.getByRole('button', { name: 'Fet' }))
  await expect(verificationSwitch(page)).toBeChecked()

  await press(page, page.getByRole('button', { name: 'Surt' }))
  await expect(signInPage(page)).toBeVisible()
  await signInByKeyboard(page, account)
  await expect(codePage(page)).toBeVisible()
  await tabTo(page, page.getByRole('checkbox', { name: /Recorda la verificació/ }))
  await page.keyboard.press('Space')
  await tabTo(page, codeField(page))
  await page.keyboard.type(await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()

  await press(page, accountLink(page, account))
  await press(page, page.getByRole('link', { name: 'Autenticació de dos factors' }))
  await press(page, verificationSwitch(page))
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, codeField(page))
  await page.keyboard.type(await authenticator.next(entry))
  await press(page, page.getByRole('button', { name: 'Desactiva: OFF' }))
  await expect(verificationSwitch(page)).not.toBeChecked()
})

test('a forgotten password set anew, and changed again, without touching the mouse', async ({ page, account, mailbox }) => {
  await page.goto('/sign-in')
  await press(page, page.getByRole('link', { name: 'Has oblidat la contrasenya?' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Has oblidat la contrasenya?' })).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Correu electrònic' }))
  await page.keyboard.type(account.email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mira el correu' })).toBeVisible()
  await page.goto(linkIn(await mailbox.waitFor(account.email, /contrasenya nova/)))
  await tabTo(page, newPasswordField(page))
  await page.keyboard.type(goodPassword)
  await page.keyboard.press('Enter')

  await expect(signInPage(page)).toBeVisible()
  await signInByKeyboard(page, { ...account, password: goodPassword })
  await press(page, accountLink(page, account))
  await press(page, page.getByRole('navigation', { name: 'Compte' }).getByRole('link', { name: 'Contrasenya' }))
  await tabTo(page, page.getByRole('textbox', { name: 'Contrasenya actual' }))
  await page.keyboard.type(goodPassword)
  await tabTo(page, newPasswordField(page))
  await page.keyboard.type(anotherGoodPassword)
  await press(page, page.getByRole('main').getByRole('button', { name: 'Canvia la contrasenya' }))
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()
})

test('a contact switched ON here and now, without touching the mouse', async ({ page, account, colleague, authenticator, otherPhone }) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await page.goto('/')
  await press(page, page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Contactes' }))
  await press(page, switchOf(page, colleague))
  await press(page, page.getByRole('button', { name: 'Comença ara' }))
  await tabTo(page, codeField(page))
  await page.keyboard.type(await authenticator.next(entry))
  await press(page, page.getByRole('button', { name: 'Mostra el codi QR' }))
  await expect(qrImage(page)).toBeVisible()
  const key = await scanQr(page, otherPhone)
  await tabTo(page, codeField(page))
  await page.keyboard.type(await otherPhone.next(key))
  await press(page, onButton(page))
  await press(page, page.getByRole('button', { name: 'Fet', exact: true }))
  await expect(switchDialog(page, colleague)).toBeHidden()
  await expect(switchOf(page, colleague)).toBeChecked()
  await expect(switchOf(page, colleague), 'back where it began').toBeFocused()
})

test('the first stop of a page leads past the navigation to its content', async ({ signedIn: page }) => {
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: /contingut/ })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a dialog closed with Escape gives the focus back', async ({ signedIn: page, account }) => {
  await signIn(page, account)
  await page.goto('/account/sessions')
  const opener = page.getByRole('button', { name: 'Tanca totes les altres' })
  await press(page, opener)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(opener).toBeFocused()
})

async function signInByKeyboard(page: Page, { email, password }: { email: string; password: string }) {
  await tabTo(page, page.getByRole('textbox', { name: 'Correu electrònic' }))
  await page.keyboard.type(email)
  await tabTo(page, page.getByRole('textbox', { name: 'Contrasenya' }))
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

/** Presses Tab until the focus is there, and sees it on every stop of the way. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await focusIsVisible(page), 'the focus can be seen').toBe(true)
  }
  throw new Error(`Tab never comes to ${target}`)
}

async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** An outline or a shadow round the element that has the focus, or round what it is drawn in. */
const focusIsVisible = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return true
    const around = [focused, focused.parentElement, ...(focused.parentElement?.querySelectorAll('*') ?? [])]
    return around.some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
  })
