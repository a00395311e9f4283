import { randomInt } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import { origin } from '../product.ts'
import { confirmEnrolment, sendPassword, startEnrolment } from './http.ts'
import type { Words } from './requests.ts'
import { codeField, type Person } from './sign-in.ts'

export const callsPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Trucada entrant' })
export const deskOnly = (page: Page) => page.getByRole('heading', { level: 1, name: "Només per al servei d'atenció" })

/** A page at the desk: verification is switched on first, without the way through the wizard. It leaves two codes for at once. */
export async function signInAtDesk(page: Page, staff: Person, phone: Authenticator) {
  const signedIn = await sendPassword(page.request, staff, { origin })
  expect(await signedIn.json(), 'before anything else').toEqual({ next: 'enrol' })
  const { enrolmentId, entry } = await startEnrolment(page.request, phone, { origin })
  const confirmed = await confirmEnrolment(page.request, enrolmentId, await phone.next(entry), { origin })
  expect(confirmed.status()).toBe(200)
  await page.goto('/')
  await expect(callsPage(page)).toBeVisible()
  return { entry }
}

/** The pages of the desk, by their names at the top. */
export const openDesk = async (page: Page, name: 'Trucada' | 'Sol·licituds' | 'Recuperacions') => {
  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name }).click()
  const title = name === 'Trucada' ? 'Trucada entrant' : name
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

export const queue = (page: Page) => page.getByRole('table', { name: 'Cua' })

/** The line of one request in the queue. */
export const queueRow = (page: Page, number: string) =>
  queue(page)
    .getByRole('row')
    .filter({ hasText: number.replaceAll(/\D/g, '').replaceAll(/\d{3}(?=\d)/g, '$& ') })

/** Narrows the queue to what fits a number or a company. */
export async function searchQueue(page: Page, text: string) {
  await openDesk(page, 'Sol·licituds')
  await page.getByRole('searchbox', { name: 'Número o empresa' }).fill(text)
  await expect(page).toHaveURL(/search=/)
}

/** Chooses in one of the filters of the queue. */
export async function filterQueue(page: Page, filter: 'Estat' | "Se n'ocupa" | 'Com està signada', choice: string) {
  const search = page.getByRole('search', { name: 'Filtres' })
  await search.getByRole('combobox', { name: filter }).selectOption(choice)
}

/** The page of one request at the desk, found by its number. */
export async function takeUp(page: Page, number: string, { subject }: Pick<Words, 'subject'>) {
  await searchQueue(page, number)
  await queueRow(page, number).getByRole('link', { name: subject }).click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
}

export const startWork = (page: Page) => page.getByRole('button', { name: 'Comença-hi a treballar' }).click()

/** The desk says that it is done, with a code. */
export async function markDone(page: Page, code: string) {
  await page.getByRole('button', { name: 'Marca-la com a feta' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ja està feta?' })
  await codeField(page).fill(code)
  await dialog.getByRole('button', { name: 'Marca-la com a feta' }).click()
  await expect(dialog).toBeHidden()
}

/** The desk refuses it, with a reason and a code. */
export async function refuse(page: Page, reason: string, code: string) {
  await page.getByRole('button', { name: 'Rebutja-la' }).click()
  const dialog = page.getByRole('dialog', { name: 'La vols rebutjar?' })
  await dialog.getByRole('textbox', { name: 'Motiu' }).fill(reason)
  await codeField(page).fill(code)
  await dialog.getByRole('button', { name: 'Rebutja-la' }).click()
  await expect(dialog).toBeHidden()
}

/** Writes to the customer. */
export async function writeToCustomer(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Escriu al client' }).fill(text)
  await page.getByRole('button', { name: 'Envia el missatge' }).click()
}

/** Invites somebody to the desk, from the page of the operator's contacts; the code is the admin's own. */
export async function inviteToDesk(page: Page, { name, email }: Omit<Person, 'password'>, code: string) {
  await page.getByRole('button', { name: 'Afegeix un contacte' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Afegeix un contacte' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Correu electrònic' }).fill(email)
  await expect(dialog.getByRole('combobox', { name: 'Rol' })).toContainText("Servei d'atenció")
  await codeField(page).fill(code)
  await dialog.getByRole('button', { name: 'Envia la invitació' }).click()
  await expect(dialog).toBeHidden()
}

/** A Spanish mobile number that nobody else of the run has, in the spelling of E.164. */
export const newPhone = () => `+346${String(randomInt(10 ** 8)).padStart(8, '0')}`

/** The same as people write it: +34 612 34 56 78. */
export const readable = (phone: string) => phone.replace(/^(\+34)(\d{3})(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5')

/** Gives whoever is signed in there, with verification off, a number. */
export async function takePhone(client: APIRequestContext, { password }: Person, phone: string) {
  const response = await client.post('/api/me/phone', { headers: { origin }, data: { phone, password } })
  expect(response.status()).toBe(200)
}

/** Types the number of a caller and why they call. */
export async function lookUp(page: Page, phone: string, reason = 'Vol canviar el titular') {
  await page.getByRole('textbox', { name: 'Número que truca' }).fill(phone)
  await page.getByRole('textbox', { name: 'Motiu' }).fill(reason)
  await page.getByRole('button', { name: 'Consulta' }).click()
}

/** The answer to the look-up on the screen, for one number as people write it. */
export const answerFor = (page: Page, phone: string) => page.getByRole('region', { name: `Resposta per al ${phone}` })

async function fillIn(page: Page, { subject, service, text }: Words) {
  await page.getByRole('textbox', { name: 'Què demana' }).fill(subject)
  await page.getByRole('textbox', { name: 'Servei (si se sap)' }).fill(service)
  await page.getByRole('textbox', { name: 'Amb les seves paraules' }).fill(text)
}

/** Writes down what the caller asks for; it goes to be signed. */
export async function draft(page: Page, asked: Words) {
  await fillIn(page, asked)
  await page.getByRole('button', { name: 'Envia-li per signar' }).click()
  await expect(page.getByRole('button', { name: 'Canvia el text' })).toBeVisible()
}

/** Other words for what waits to be signed. */
export async function redraft(page: Page, asked: Words) {
  await page.getByRole('button', { name: 'Canvia el text' }).click()
  await fillIn(page, asked)
  await page.getByRole('button', { name: 'Envia-li el text nou' }).click()
  await expect(page.getByRole('button', { name: 'Canvia el text' })).toBeVisible()
}

/** The desk's own link to what it has written down, with its number. */
export const draftLink = (page: Page) => page.getByRole('main').getByRole('link', { name: /^Sol·licitud \d{3}\s\d{3}\s\d{3}$/ })
