import { expect, test } from '../fixtures.ts'
import { wrongCode } from '../flows/codes.ts'
import {
  openCompany,
  openContact,
  requireAtSignIn,
  rowOf,
  startHereAndNow,
  switchDialog,
  switchOf,
  switchOffFor,
  switchOnHereAndNow,
} from '../flows/contacts.ts'
import { signInProtected } from '../flows/http.ts'
import { accountLink, codePage, enterPassword, signIn, signInPage, signInWithCode, signOut } from '../flows/sign-in.ts'
import { confirmOn, finishWizard, openQr, readRecoveryCodes, scanQr, turnOff, verificationSwitch } from '../flows/two-factor.ts'

const seen = 'ha vist aquesta clau'
const wizardFirst = 'cal que activis la verificació'

test("here and now: the contact's phone scans the admin's screen, and the contact renews the key", async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
  mailbox,
}) => {
  const { entry: ownEntry } = await signInProtected(page, account, authenticator)
  await signIn(otherBrowser, colleague)
  await openCompany(page, 'Contactes')
  await expect(switchOf(page, colleague)).not.toBeChecked()
  const key = await switchOnHereAndNow(page, colleague, await authenticator.next(ownEntry), otherPhone)
  expect(key).toMatchObject({ issuer: 'Porta', account: colleague.email })
  await expect(switchOf(page, colleague)).toBeChecked()
  await expect(rowOf(page, colleague)).toContainText('Cal renovar la clau')

  const mail = await mailbox.waitFor(colleague.email, /t'ha activat la verificació/)
  expect(mail.text).toContain(account.name)
  expect(mail.text + mail.html).not.toMatch(/otpauth|secret=/)
  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser), 'the sessions of before are over').toBeVisible()
  await signInWithCode(otherBrowser, colleague, await otherPhone.next(key))
  await otherBrowser.goto('/account/two-factor')
  await expect(otherBrowser.getByRole('main')).toContainText(`${account.name} ${seen}`)
  await expect(otherBrowser.getByRole('table', { name: "On s'ha mostrat la clau" })).toContainText(account.name)

  await turnOff(otherBrowser, await otherPhone.next(key))
  await openQr(otherBrowser)
  const renewed = await scanQr(otherBrowser, otherPhone)
  expect(renewed.secret).not.toEqual(key.secret)
  await confirmOn(otherBrowser, await otherPhone.next(renewed))
  await readRecoveryCodes(otherBrowser)
  await finishWizard(otherBrowser)
  await expect(otherBrowser.getByRole('main')).not.toContainText(seen)
  await page.reload()
  await expect(rowOf(page, colleague)).not.toContainText('Cal renovar la clau')
  await expect(switchOf(page, colleague)).toBeChecked()
})

test('here and now, left before the code: nothing has changed for the contact', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await openCompany(page, 'Contactes')
  await startHereAndNow(page, colleague, await authenticator.next(entry))
  const key = await scanQr(page, otherPhone)
  await confirmOn(page, wrongCode(otherPhone, key))
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(switchOf(page, colleague)).not.toBeChecked()
  await signIn(otherBrowser, colleague)
})

test('at the next sign-in: the contact meets the wizard before anything else, and nobody else sees the key', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
  mailbox,
}) => {
  const { entry: ownEntry } = await signInProtected(page, account, authenticator)
  await signIn(otherBrowser, colleague)
  await openCompany(page, 'Contactes')
  await requireAtSignIn(page, colleague, await authenticator.next(ownEntry))
  await expect(rowOf(page, colleague)).toContainText('A la propera entrada')
  await expect(switchOf(page, colleague)).not.toBeChecked()
  await mailbox.waitFor(colleague.email, /cal que activis la verificació/)

  // Who is signed in already meets it too.
  await otherBrowser.goto('/account')
  await expect(otherBrowser.getByRole('main')).toContainText(wizardFirst)
  await signOut(otherBrowser)
  await enterPassword(otherBrowser, colleague)
  await expect(otherBrowser.getByRole('main')).toContainText(wizardFirst)
  await otherBrowser.goto('/account/activity')
  await expect(otherBrowser.getByRole('main')).toContainText(wizardFirst)
  expect((await otherBrowser.request.get('/api/sessions')).status()).toBe(403)
  await openQr(otherBrowser)
  const key = await scanQr(otherBrowser, otherPhone)
  await confirmOn(otherBrowser, await otherPhone.next(key))
  await readRecoveryCodes(otherBrowser)
  await finishWizard(otherBrowser)
  await otherBrowser.goto('/account')
  await expect(otherBrowser.getByRole('heading', { level: 1, name: 'Les meves dades' })).toBeVisible()

  await page.reload()
  await expect(switchOf(page, colleague)).toBeChecked()
  for (const state of ['A la propera entrada', 'Cal renovar la clau']) await expect(rowOf(page, colleague)).not.toContainText(state)
})

test('reset: the reason is mailed, the contact is out at once, and sets a new key up', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
  mailbox,
}) => {
  const { entry: ownEntry } = await signInProtected(page, account, authenticator)
  const { entry: lost } = await signInProtected(otherBrowser, colleague, otherPhone)
  await openCompany(page, 'Contactes')
  await switchOffFor(page, colleague, await authenticator.next(ownEntry), 'Ha perdut el mòbil a la platja')
  await expect(switchOf(page, colleague)).not.toBeChecked()
  const mail = await mailbox.waitFor(colleague.email, /t'ha desactivat la verificació/)
  expect(mail.text).toContain('Motiu: Ha perdut el mòbil a la platja')
  expect(mail.text).toContain(account.name)

  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser)).toBeVisible()
  await enterPassword(otherBrowser, colleague)
  await expect(otherBrowser.getByRole('main')).toContainText(wizardFirst)
  await openQr(otherBrowser)
  const key = await scanQr(otherBrowser, otherPhone)
  expect(key.secret).not.toEqual(lost.secret)
  await confirmOn(otherBrowser, await otherPhone.next(key))
  await readRecoveryCodes(otherBrowser)
  await finishWizard(otherBrowser)
})

test('OFF without setting up anew: the password is enough again', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await signInProtected(otherBrowser, colleague, otherPhone)
  await openCompany(page, 'Contactes')
  await switchOffFor(page, colleague, await authenticator.next(entry), 'Canvia de mòbil', { setUpAnew: false })
  await signIn(otherBrowser, colleague)
  await otherBrowser.goto('/account/two-factor')
  await expect(verificationSwitch(otherBrowser)).not.toBeChecked()
})

test('OFF asks for a reason, and for a code that is right', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await signInProtected(otherBrowser, colleague, otherPhone)
  await openCompany(page, 'Contactes')
  await switchOf(page, colleague).click()
  const dialog = switchDialog(page, colleague)
  const send = dialog.getByRole('button', { name: 'Desactiva: OFF' })
  const code = dialog.getByRole('textbox', { name: 'Codi de 6 xifres' })
  await code.fill(authenticator.codeAt(Date.now(), entry))
  await send.click()
  await expect(dialog).toContainText('Omple aquest camp')
  await dialog.getByRole('textbox', { name: 'Motiu' }).fill('Una prova')
  await code.fill(wrongCode(authenticator, entry))
  await send.click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(switchOf(page, colleague)).toBeChecked()
  await enterPassword(otherBrowser, colleague)
  await expect(codePage(otherBrowser)).toBeVisible()
})

test('who has no verification is led to the own one before touching that of others', async ({ signedIn: page, account, colleague }) => {
  await openContact(page, colleague)
  await verificationSwitch(page).click()
  const dialog = switchDialog(page, colleague)
  await expect(dialog).toContainText('abans has de tenir activada la teva')
  await dialog.getByRole('link', { name: 'Activa la meva' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Autenticació de dos factors' })).toBeVisible()
  await expect(accountLink(page, account)).toBeVisible()
})
