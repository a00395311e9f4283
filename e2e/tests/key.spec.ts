import { readFile } from 'node:fs/promises'
import { createAuthenticator } from '../authenticator/authenticator.ts'
import { readQrCode } from '../authenticator/qr.ts'
import { expect, test } from '../fixtures.ts'
import { placeOf } from '../flows/addresses.ts'
import { codeField, signIn, signInWithCode, signOut } from '../flows/sign-in.ts'
import {
  askForQr,
  confirmOn,
  download,
  finishWizard,
  openQr,
  openTwoFactor,
  pictureOf,
  qrImage,
  readRecoveryCodes,
  scanQr,
  showQr,
  turnOn,
} from '../flows/two-factor.ts'

test('the key to read, to copy and to open is the key of the QR', async ({ signedIn: page, context, account, authenticator }) => {
  await context.grantPermissions(['clipboard-write'])
  await openTwoFactor(page, account)
  await openQr(page)
  const { uri } = await scanQr(page, authenticator)
  const key = new URL(uri).searchParams.get('secret') as string
  await expect(page.getByText(key.match(/.{4}/g)?.join(' ') as string, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copia la clau' }).click()
  await expect(page.getByRole('button', { name: 'Copiat' })).toBeVisible()
  // No page of the product may read the clipboard; a person pastes it somewhere.
  const elsewhere = await context.newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByRole('textbox', { name: 'Correu electrònic' }).press('ControlOrMeta+v')
  await expect(elsewhere.getByRole('textbox', { name: 'Correu electrònic' })).toHaveValue(key)
  await expect(page.getByRole('link', { name: "Obre'l a l'aplicació" })).toHaveAttribute('href', uri)
})

test('the copies are the key, are listed, and are told by mail', async ({
  signedIn: page,
  account,
  address,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  await openTwoFactor(page, account)
  await openQr(page)
  const entry = await scanQr(page, authenticator)
  await confirmOn(page, await authenticator.next(entry))
  await readRecoveryCodes(page)

  const png = await download(page, /PNG/)
  expect(png.name).toMatch(/^porta-qr-.+\.png$/)
  expect(await readQrCode(await readFile(png.path))).toBe(entry.uri)
  const svg = await download(page, /SVG/)
  expect(svg.name).toMatch(/^porta-qr-.+\.svg$/)
  expect(await readQrCode(await pictureOf(otherBrowser, svg.path))).toBe(entry.uri)

  const [, serial] = /^porta-qr-(.+)\.png$/.exec(png.name) as unknown as [string, string]
  const mail = await mailbox.waitFor(account.email, (mail) => mail.text.includes(serial))
  expect(mail.subject).toMatch(/còpia de la teva clau/)
  await finishWizard(page)
  const ledger = page.getByRole('table', { name: "On s'ha mostrat la clau" })
  await expect(ledger.getByRole('row', { name: 'Mostrada en activar-la' })).toContainText(account.name)
  await expect(ledger.getByRole('row', { name: 'Baixada (SVG)' })).toContainText(/Chrom/)
  const copied = ledger.getByRole('row', { name: 'Baixada (PNG)' })
  for (const fact of [`full ${serial}`, account.name, placeOf(address)]) await expect(copied).toContainText(fact)
})

test('the QR is shown again for a second phone, and goes away by itself', async ({ page, account, authenticator, mailbox }) => {
  await page.clock.install()
  await signIn(page, account)
  const { entry } = await turnOn(page, account, authenticator)
  await showQr(page, account, await authenticator.next(entry))
  const secondPhone = createAuthenticator()
  const copy = await scanQr(page, secondPhone)
  const moment = Date.now()
  expect(secondPhone.codeAt(moment, copy)).toBe(authenticator.codeAt(moment, entry))
  await mailbox.waitFor(account.email, /s'ha mostrat el teu codi QR/)

  await page.clock.fastForward('01:01')
  await expect(qrImage(page)).toBeHidden()
  await expect(page.getByRole('link', { name: "Obre'l a l'aplicació" })).toBeHidden()

  await page.keyboard.press('Escape')
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry))
})

test('showing the QR needs the right password too', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  const code = await authenticator.next(entry)
  await askForQr(page, { ...account, password: 'not the password' }, code)
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await expect(qrImage(page)).toBeHidden()
})

test('new recovery codes replace the old ones', async ({ signedIn: page, account, authenticator }) => {
  const { entry, recoveryCodes } = await turnOn(page, account, authenticator)
  await page.getByRole('button', { name: /Codis de recuperació/ }).click()
  await codeField(page).fill(await authenticator.next(entry))
  await page.getByRole('dialog').getByRole('button', { name: /nous/ }).click()
  const fresh = await readRecoveryCodes(page)
  expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([])
})
