import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { Authenticator, Entry } from '../authenticator/authenticator.ts'
import { codeField, type Person } from './sign-in.ts'

export const verificationSwitch = (page: Page) => page.getByRole('switch', { name: "Verificació d'inici de sessió" })
export const qrImage = (page: Page) => page.getByRole('img', { name: 'Codi QR amb la clau' })
export const onButton = (page: Page) => page.getByRole('button', { name: 'Activa: ON' })

export const haveTheApp = (page: Page) => page.getByRole('button', { name: "Ja tinc l'aplicació" })

/** The way a customer goes: the name at the top right, then the section of the account. */
export async function openTwoFactor(page: Page, person: Person) {
  await page.getByRole('banner').getByRole('link', { name: person.name }).click()
  await page.getByRole('link', { name: 'Autenticació de dos factors' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Autenticació de dos factors' })).toBeVisible()
}

/** The wizard up to the QR on the screen. */
export async function openQr(page: Page) {
  await verificationSwitch(page).click()
  await haveTheApp(page).click()
  await expect(qrImage(page)).toBeVisible()
}

/** Points the phone at the QR on the screen: a screenshot, nothing else. */
export const scanQr = async (page: Page, phone: Authenticator): Promise<Entry> => phone.scan(await qrImage(page).screenshot())

/** Types the code and confirms with ON. */
export async function confirmOn(page: Page, code: string) {
  await codeField(page).fill(code)
  await onButton(page).click()
}

/** The ten recovery codes on the screen. */
export async function readRecoveryCodes(page: Page): Promise<string[]> {
  const codes = page.getByRole('listitem').filter({ hasText: /^[0-9a-z]{5}-[0-9a-z]{5}$/ })
  let texts: string[] = []
  const read = async () => {
    texts = await codes.allInnerTexts()
    return texts.length
  }
  await expect.poll(read, 'ten recovery codes are shown').toBe(10)
  return texts
}

/** Leaves the last step of the wizard. */
export async function finishWizard(page: Page) {
  await page.getByRole('button', { name: 'Fet' }).click()
  await expect(verificationSwitch(page)).toBeChecked()
}

/** Switches verification on with a phone, from the account's link to the end of the wizard. */
export async function turnOn(page: Page, person: Person, phone: Authenticator) {
  await openTwoFactor(page, person)
  await openQr(page)
  const entry = await scanQr(page, phone)
  await confirmOn(page, await phone.next(entry))
  const recoveryCodes = await readRecoveryCodes(page)
  await finishWizard(page)
  return { entry, recoveryCodes }
}

const offDialog = (page: Page) => page.getByRole('dialog')

/** Switches verification off with a code of the app. */
export async function turnOff(page: Page, code: string) {
  await verificationSwitch(page).click()
  await codeField(page).fill(code)
  await offDialog(page).getByRole('button', { name: 'Desactiva: OFF' }).click()
}

/** Asks for the key of a verification that is on, with password and code. */
export async function askForQr(page: Page, person: Person, code: string) {
  await page.getByRole('button', { name: 'Mostra el codi QR' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mostra el codi QR' })
  await dialog.getByRole('textbox', { name: 'Contrasenya' }).fill(person.password)
  await dialog.getByRole('textbox', { name: 'Codi de 6 xifres' }).fill(code)
  await dialog.getByRole('button', { name: 'Mostra', exact: true }).click()
}

/** Shows the key of a verification that is on, for a second phone. */
export async function showQr(page: Page, person: Person, code: string) {
  await askForQr(page, person, code)
  await expect(qrImage(page)).toBeVisible()
}

/** Switches verification off with one of the recovery codes. */
export async function turnOffWithRecoveryCode(page: Page, recoveryCode: string) {
  await verificationSwitch(page).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Fes servir un codi de recuperació' }).click()
  await dialog.getByRole('textbox', { name: 'Codi de recuperació' }).fill(recoveryCode)
  await dialog.getByRole('button', { name: 'Desactiva: OFF' }).click()
}

/** Downloads a copy of the key by the name of its button. */
export async function download(page: Page, button: RegExp) {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await started
  return { name: file.suggestedFilename(), path: await file.path() }
}

/** A picture of an image file as a browser draws it. */
export async function pictureOf(page: Page, file: string): Promise<Buffer> {
  const svg = await readFile(file)
  await page.setViewportSize({ width: 1100, height: 1100 })
  await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`)
  return page.screenshot()
}
