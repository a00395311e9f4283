import { expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import type { Mailbox } from '../mailbox.ts'
import {
  accept,
  act,
  adminsOnly,
  deadInvitation,
  invitationLink,
  invite,
  openCompany,
  openContact,
  startHereAndNow,
  switchDialog,
  switchOf,
} from './contacts.ts'
import { signInProtected } from './http.ts'
import { goodPassword } from './password.ts'
import { type Look, settled } from './screens.ts'
import { codeField, type Person, signIn } from './sign-in.ts'
import { confirmOn, scanQr, verificationSwitch } from './two-factor.ts'

type Cast = { admin: Person; contact: Person; phone: Authenticator; contactsPhone: Authenticator; mailbox: Mailbox }

/** Shows the screens of the company and each of their dialogs, in one browser, and calls `look` on each. */
export async function visitCompany(page: Page, { admin, contact, phone, contactsPhone, mailbox }: Cast, look: Look) {
  const visit = async (path: string, screen = path) => {
    await page.goto(path)
    await settled(page)
    await look(screen)
  }
  const dialogOf = async (button: string) => {
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(`dialog ${button}`)
  }
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }

  await signIn(page, contact)
  await page.goto('/contacts')
  await expect(adminsOnly(page)).toBeVisible()
  await look('for admins only')
  await page.context().clearCookies()

  await signIn(page, admin)
  await visit('/programs/new', 'API contact, checklist')
  await visit('/company/leavers', 'leavers, none')
  await visit('/company/verification', 'board, verification off')
  await openContact(page, contact)
  await verificationSwitch(page).click()
  await look('dialog own verification first')
  await close()

  const { entry } = await signInProtected(page, admin, phone)
  await openCompany(page, 'Contactes')
  await dialogOf('Afegeix un contacte')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Rol' }).selectOption('Administra')
  await page.getByRole('button', { name: 'Envia la invitació' }).click()
  await expect(page.getByRole('dialog')).toContainText('Omple aquest camp')
  await look('invitation, refused')
  await close()
  const invited = { name: 'Núria Žižková-Peña de la Muntanya i Puigcerdà', email: `a-rather-long-address-of-nuria-${contact.email}` }
  await invite(page, invited)
  await expect(page.getByRole('table', { name: 'Invitacions pendents' })).toBeVisible()
  await look('contacts')
  await visit('/contacts?search=nobody%20at%20all', 'contacts, none found')
  await openContact(page, contact)
  await settled(page)
  await look('contact')
  for (const button of ["Fes que administri l'empresa", 'Tanca les sessions', 'Desactiva', 'Dona de baixa']) {
    await dialogOf(button)
    await close()
  }
  await page.getByRole('button', { name: 'Edita' }).click()
  await look('contact, being edited')

  await openCompany(page, 'Contactes')
  await switchOf(page, contact).click()
  await look('dialog ON, two ways')
  await switchDialog(page, contact).getByRole('button', { name: "Demana-ho a l'entrada" }).click()
  await look('dialog at next sign-in')
  await close()
  await switchOf(page, contact).click()
  await switchDialog(page, contact).getByRole('button', { name: 'Comença ara' }).click()
  await look('dialog here and now, before')
  await close()
  await startHereAndNow(page, contact, await phone.next(entry))
  await look('dialog here and now, QR')
  await confirmOn(page, await contactsPhone.next(await scanQr(page, contactsPhone)))
  await expect(page.getByRole('heading', { name: /^Fet: / })).toBeVisible()
  await look('dialog here and now, done')
  await page.getByRole('button', { name: 'Fet', exact: true }).click()
  await switchOf(page, contact).click()
  await look('dialog OFF of a contact')
  await close()
  await openContact(page, contact)
  await settled(page)
  await look('contact, ON')

  await visit('/company/verification', 'board')
  await dialogOf('Fes-la obligatòria')
  await close()
  await visit('/company/activity', 'activity of the company')
  await page.getByRole('button', { name: contact.name }).first().click()
  await expect(page.getByRole('main')).toContainText(`Només ${contact.name}`)
  await look('activity of one person')

  await page.goto('/programs/new')
  await page.getByRole('textbox', { name: 'Nom del programa' }).fill('facturacio-del-magatzem-central')
  await codeField(page).fill(await phone.next(entry))
  await look('API contact, to be made')
  await page.getByRole('button', { name: "Crea'l" }).click()
  await expect(page.getByRole('code').nth(2)).toBeVisible()
  await look('API contact, values')
  await page.getByRole('button', { name: "Ja l'he desada" }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Esperant' })).toBeVisible()
  await look('API contact, waiting')
  await page.getByRole('link', { name: "Fitxa del contacte d'API" }).click()
  await expect(page.getByRole('button', { name: 'Elimina' })).toBeVisible()
  await settled(page)
  await look('API contact')
  for (const button of ['Canvia la contrasenya', 'Canvia les adreces', 'Elimina']) {
    await dialogOf(button)
    await close()
  }

  await openContact(page, contact)
  await act(page, 'Dona de baixa', { code: await phone.next(entry) })
  await expect(page.getByRole('heading', { level: 1, name: 'Baixes' })).toBeVisible()
  await settled(page)
  await look('leavers')

  const link = await invitationLink(mailbox, invited)
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText(invited.email)
  await look('invitation')
  await accept(page, link, goodPassword)
  await look('sign-in, after an invitation')
  await page.goto(link)
  await expect(deadInvitation(page)).toBeVisible()
  await look('invitation, dead')
}
