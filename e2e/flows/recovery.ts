import { expect, type Locator, type Page } from '@playwright/test'
import type { Mailbox } from '../mailbox.ts'
import { openDesk } from './desk.ts'
import { codeIn } from './mailed.ts'
import { codeField, codePage, enterPassword, type Person } from './sign-in.ts'

/** Nine digits as people read them. */
export const inThrees = (number: string) => new RegExp([number.slice(0, 3), number.slice(3, 6), number.slice(6)].join('\\s'))
const digitsIn = (text: string | null) => /\d{3}\s\d{3}\s\d{3}/.exec(text ?? '')?.[0].replace(/\s/g, '') ?? ''

export const lostPhonePage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Has perdut el telèfon?' })
export const entryPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'El teu cas de recuperació' })
/** The title of a case's page, the person's and the desk's. */
export const caseTitle = (page: Page, number: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`^Cas ${inThrees(number).source}$`) })
/** Whose case it is, and its state, below the title of the person's page. */
export const caseState = (page: Page, { name }: Pick<Person, 'name'>) => page.getByText(new RegExp(`^${name} · `))
export const caseForm = (page: Page) => page.getByRole('figure', { name: 'El text que es certifica' })
export const receivedDocuments = (page: Page) => page.getByRole('list', { name: 'Documents rebuts' }).getByRole('listitem')
export const uploads = (page: Page) => page.getByRole('list', { name: 'Documents que es pugen' }).getByRole('listitem')
/** What happened to a case, on either page of it. */
export const caseHistory = (page: Page) => page.getByRole('listitem')

/** From the password to "I have lost my phone". */
export async function openLostPhone(page: Page, person: Person) {
  await enterPassword(page, person)
  await expect(codePage(page)).toBeVisible()
  await page.getByRole('link', { name: 'He perdut el telèfon' }).click()
  await expect(lostPhonePage(page)).toBeVisible()
}

const owners = { company: "D'una empresa o entitat", person: "D'un particular" }

/** Opens a case; gives its number, nine digits. The page asks for the mailed code then. */
export async function openCase(page: Page, person: Person, whose: keyof typeof owners): Promise<string> {
  await openLostPhone(page, person)
  await page.getByRole('radio', { name: owners[whose] }).check()
  await page.getByRole('button', { name: 'Obre un cas' }).click()
  await expect(entryPage(page)).toBeVisible()
  const said = page.getByRole('status').filter({ hasText: 'El codi de 8 xifres del cas' })
  return digitsIn(await said.textContent())
}

/** The newest code that was mailed for a case. */
export const caseCode = async (mailbox: Mailbox, { email }: Pick<Person, 'email'>, number: string) =>
  codeIn(await mailbox.waitFor(email, (mail) => /codi per veure el teu cas/.test(mail.subject) && inThrees(number).test(mail.text)))

/** Types the mailed code; the page of the case opens. */
export async function typeCaseCode(page: Page, code: string, number: string) {
  await page.getByRole('textbox', { name: 'Codi de 8 xifres del correu' }).fill(code)
  await page.getByRole('button', { name: 'Obre la pàgina del cas' }).click()
  await expect(caseTitle(page, number)).toBeVisible()
}

/** Comes to the page of a case with its number alone, as it is on the paper, and a code that was mailed before. */
export async function enterWithNumber(page: Page, number: string, code: string) {
  await page.goto('/recovery')
  await page.getByRole('textbox', { name: 'Número del cas' }).fill(number)
  await page.getByRole('button', { name: 'Ja tinc un codi' }).click()
  await typeCaseCode(page, code, number)
}

type File = { name: string; mimeType: string; buffer: Buffer }

/** Chooses files to send. */
export const chooseFiles = (page: Page, ...files: File[]) => page.getByLabel('Tria els fitxers').setInputFiles(files)

/** Sends the case to the desk. */
export async function submitCase(page: Page) {
  await page.getByRole('button', { name: 'Envia el cas' }).click()
  await expect(page.getByRole('status').filter({ hasText: "S'ha enviat el cas." })).toBeVisible()
}

/** A scan as any machine may make one: what is on the screen, as a picture and as a document. */
export const pngOf = async (page: Page, name = 'formulari-signat.png'): Promise<File> => ({
  name,
  mimeType: 'image/png',
  buffer: await page.screenshot(),
})
export const pdfOf = async (page: Page, name = 'extracte-del-registre.pdf'): Promise<File> => ({
  name,
  mimeType: 'application/pdf',
  buffer: await page.pdf({ format: 'A4' }),
})

/** The page of one case at the desk, from the queue on. */
export async function openCaseAtDesk(page: Page, number: string, state = 'Ens esperen') {
  await openDesk(page, 'Recuperacions')
  await page.getByRole('combobox', { name: 'Estat' }).selectOption(state)
  const link = page.getByRole('table', { name: 'Casos' }).getByRole('link', { name: inThrees(number) })
  const next = page.getByRole('button', { name: 'Següent' })
  // The newest are on the last page.
  await expect(async () => {
    if (!(await link.isVisible()) && (await next.isVisible()) && (await next.isEnabled())) await next.click()
    await expect(link).toBeVisible({ timeout: 2000 })
  }).toPass()
  await link.click()
  await expect(caseTitle(page, number)).toBeVisible()
}

export const claimButton = (page: Page) => page.getByRole('button', { name: 'Agafa el cas' })

/** Holds the case whose page is open at the desk. */
export async function claimCase(page: Page) {
  await claimButton(page).click()
  await expect(page.getByRole('heading', { level: 2, name: 'De qui és' })).toBeVisible()
}

const checklist = (page: Page): Locator => page.getByRole('group', { name: 'Ho he comprovat' }).getByRole('checkbox')

/** Ticks the whole checklist, writes why, and approves with a code. */
export async function approveCase(page: Page, reason: string, code: string) {
  for (const item of await checklist(page).all()) await item.check()
  await page.getByRole('textbox', { name: 'Per què ho aproves' }).fill(reason)
  await codeField(page).fill(code)
  await page.getByRole('button', { name: "Aprova'l" }).click()
  await expect(page.getByRole('button', { name: "Aprova'l" })).toBeHidden()
}

/** Refuses the case, with a reason and a code. */
export async function refuseCase(page: Page, reason: string, code: string) {
  await page.getByRole('button', { name: "Denega'l" }).click()
  const dialog = page.getByRole('dialog', { name: 'Vols denegar el cas?' })
  await dialog.getByRole('textbox', { name: 'Motiu' }).fill(reason)
  await dialog.getByRole('textbox', { name: 'Codi de 6 xifres' }).fill(code)
  await dialog.getByRole('button', { name: "Denega'l" }).click()
  await expect(dialog).toBeHidden()
}

/** Sends the case back with what is missing. */
export async function askAgain(page: Page, message: string) {
  await page.getByRole('button', { name: "Demana'n més" }).click()
  const dialog = page.getByRole('dialog', { name: 'Què hi falta?' })
  await dialog.getByRole('textbox', { name: 'Què hi falta' }).fill(message)
  await dialog.getByRole('button', { name: "Demana'n més" }).click()
  await expect(dialog).toBeHidden()
}

export const stopPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Vols aturar aquest cas?' })
export const stoppedPage = (page: Page) => page.getByRole('heading', { level: 1, name: "S'ha aturat el cas" })
export const ownCaseBanner = (page: Page) => page.getByRole('region', { name: 'Algú ha dit que has perdut el mòbil' })

/** Stops a case with the link of a mail. */
export async function stopByLink(page: Page, link: string) {
  await page.goto(link)
  await expect(stopPage(page)).toBeVisible()
  await page.getByRole('button', { name: 'Atura el cas' }).click()
  await expect(stoppedPage(page)).toBeVisible()
}

/** The cases of the company's people, by the banner that an admin sees. */
export async function openCompanyCases(page: Page) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Mira de què es tracta' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Casos de recuperació' })).toBeVisible()
}

/** An admin says that it is true. */
export async function vouch(page: Page, { name }: Person, code: string) {
  await page.getByRole('button', { name: 'És veritat: ho confirmo' }).click()
  const dialog = page.getByRole('dialog', { name: `Confirmes que ${name} ha perdut el telèfon?` })
  await codeField(page).fill(code)
  await dialog.getByRole('button', { name: 'Ho confirmo' }).click()
  await expect(dialog).toBeHidden()
}
