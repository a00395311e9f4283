import { expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import type { Mailbox } from '../mailbox.ts'
import { linkIn } from './mailed.ts'
import { newPasswordField } from './password.ts'
import { codeField, type Person, signInPage } from './sign-in.ts'
import { confirmOn, qrImage, scanQr } from './two-factor.ts'

export const people = (page: Page) => page.getByRole('table', { name: 'Persones' })
/** The line of one person, below that with the heads. */
export const rowOf = (page: Page, { name }: Pick<Person, 'name'>) => people(page).getByRole('row').filter({ hasText: name })
export const switchOf = (page: Page, { name }: Person) => page.getByRole('switch', { name: `Verificació de ${name}` })
export const switchDialog = (page: Page, { name }: Person) => page.getByRole('dialog', { name: `Verificació de ${name}` })
export const adminsOnly = (page: Page) => page.getByRole('heading', { level: 1, name: 'Només per a qui administra' })
export const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

/** The pages of the company, by their names in its list. */
export async function openCompany(page: Page, name: 'Contactes' | 'Verificació' | 'Activitat' | 'Baixes') {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Contactes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contactes' })).toBeVisible()
  if (name === 'Contactes') return
  await page.getByRole('navigation', { name: 'Empresa' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

/** The page of one contact, searched by name: the list shows the first fifty. */
export async function openContact(page: Page, { name }: Person) {
  await openCompany(page, 'Contactes')
  const search = page.getByRole('searchbox', { name: 'Cerca' })
  await search.fill(name)
  await search.press('Enter')
  await expect(page).toHaveURL(/search=/)
  await people(page).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Presses one of the buttons of a contact's page and answers the question with a proof. */
export async function act(page: Page, button: string, proof: { password: string } | { code: string }) {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if ('code' in proof) await codeField(page).fill(proof.code)
  else await dialog.getByRole('textbox', { name: 'Contrasenya' }).fill(proof.password)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Fills in and sends an invitation; a password is only asked for when the person is to be an admin. */
export async function invite(page: Page, { name, email }: Omit<Person, 'password'>, asAdmin?: { password: string }) {
  await page.getByRole('button', { name: 'Afegeix un contacte' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Afegeix un contacte' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Correu electrònic' }).fill(email)
  if (asAdmin) {
    await dialog.getByRole('combobox', { name: 'Rol' }).selectOption('Administra')
    await dialog.getByRole('textbox', { name: 'Contrasenya' }).fill(asAdmin.password)
  }
  await dialog.getByRole('button', { name: 'Envia la invitació' }).click()
  await expect(dialog).toBeHidden()
}

export const deadInvitation = (page: Page) => page.getByRole('heading', { level: 1, name: 'Aquesta invitació ja no serveix' })

/** The one link of the newest invitation. */
export const invitationLink = async (mailbox: Mailbox, { email }: Pick<Person, 'email'>) =>
  linkIn(await mailbox.waitFor(email, /t'han convidat/))

/** Opens an invitation and sets a password. */
export async function accept(page: Page, link: string, password: string) {
  await page.goto(link)
  await newPasswordField(page).fill(password)
  await page.getByRole('button', { name: 'Accepta i desa la contrasenya' }).click()
  await expect(signInPage(page)).toBeVisible()
}

/** The wizard of a contact who is here, up to the QR on the admin's screen; the code is the admin's own. */
export async function startHereAndNow(page: Page, contact: Person, code: string) {
  await switchOf(page, contact).click()
  await switchDialog(page, contact).getByRole('button', { name: 'Comença ara' }).click()
  await codeField(page).fill(code)
  await page.getByRole('button', { name: 'Mostra el codi QR' }).click()
  await expect(qrImage(page)).toBeVisible()
}

/** The whole of it, on the list: the admin's code opens it, the contact's phone scans and confirms. */
export async function switchOnHereAndNow(page: Page, contact: Person, code: string, phone: Authenticator) {
  await startHereAndNow(page, contact, code)
  const entry = await scanQr(page, phone)
  await confirmOn(page, await phone.next(entry))
  await expect(page.getByRole('heading', { name: `Fet: ${contact.name} té la verificació activada` })).toBeVisible()
  await page.getByRole('button', { name: 'Fet', exact: true }).click()
  return entry
}

/** Asks a contact to switch it on at the next sign-in. */
export async function requireAtSignIn(page: Page, contact: Person, code: string) {
  const button = switchDialog(page, contact).getByRole('button', { name: "Demana-ho a l'entrada" })
  await switchOf(page, contact).click()
  await button.click()
  await codeField(page).fill(code)
  await button.click()
  await expect(switchDialog(page, contact)).toBeHidden()
}

/** OFF for a contact, with a reason. */
export async function switchOffFor(page: Page, contact: Person, code: string, reason: string, { setUpAnew = true } = {}) {
  await switchOf(page, contact).click()
  const dialog = switchDialog(page, contact)
  await dialog.getByRole('textbox', { name: 'Motiu' }).fill(reason)
  if (!setUpAnew) await dialog.getByRole('checkbox').uncheck()
  await codeField(page).fill(code)
  await dialog.getByRole('button', { name: 'Desactiva: OFF' }).click()
  await expect(dialog).toBeHidden()
}
