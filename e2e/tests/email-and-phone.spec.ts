import { expect, test } from '../fixtures.ts'
import { askForEmail, askForPhone, confirmEmail, phoneDialog } from '../flows/account.ts'
import { codeIn } from '../flows/mailed.ts'
import { enterPassword, signIn, signInPage, signInWithCode } from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'

test('another e-mail address: the code goes to the new one, a notice to the old', async ({
  signedIn: page,
  account,
  mailbox,
  otherBrowser,
}) => {
  const email = `new-${account.email}`
  await signIn(otherBrowser, account)
  await askForEmail(page, email, account)
  await expect(page.getByRole('main')).toContainText(account.email)
  const notice = await mailbox.waitFor(account.email, /s'ha demanat canviar la teva adreça/)
  expect(notice.text).toContain(email)
  const code = codeIn(await mailbox.waitFor(email, /el codi per confirmar/))
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeHidden()

  await confirmEmail(page, code === '0000 0000' ? '11111111' : '00000000')
  await expect(page.getByRole('alert')).toContainText('El codi no és correcte')
  await confirmEmail(page, code)
  await expect(page.getByRole('status').filter({ hasText: `Ara entres amb ${email}` })).toBeVisible()
  for (const address of [account.email, email]) await mailbox.waitFor(address, /s'ha canviat la teva adreça de correu/)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
  await enterPassword(otherBrowser, account)
  await expect(otherBrowser.getByRole('alert')).toBeVisible()
  await signIn(otherBrowser, { ...account, email })
})

test('a change of address that is given up leaves everything as it was', async ({ signedIn: page, account, mailbox }) => {
  const email = `new-${account.email}`
  await askForEmail(page, email, account)
  await mailbox.waitFor(email, /el codi per confirmar/)
  await page.getByRole('button', { name: 'Deixa-ho córrer' }).click()
  await expect(page.getByText(email)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Canvia el correu electrònic' })).toBeVisible()
  await expect(page.getByText(email)).toBeHidden()
})

test("somebody else's address cannot be taken, and they are told", async ({ signedIn: page, account, nextAccount, mailbox }) => {
  const other = await nextAccount()
  await askForEmail(page, other.email, account)
  await expect(page.getByText(`Hem enviat un codi de 8 xifres a ${other.email}`)).toBeVisible()
  const mail = await mailbox.waitFor(other.email, /algú ha volgut fer servir la teva adreça/)
  expect(mail.text).not.toContain(account.name)
  await confirmEmail(page, '12345678')
  await expect(page.getByRole('alert')).toBeVisible()
})

test('another telephone number: kept as it is dialled, the other browsers are out', async ({
  signedIn: page,
  account,
  mailbox,
  otherBrowser,
}) => {
  await signIn(otherBrowser, account)
  await askForPhone(page, 'no en tinc', account)
  await expect(phoneDialog(page).getByText('No és un número de telèfon vàlid')).toBeVisible()
  await askForPhone(page, '612 34 56 78', account)
  await expect(phoneDialog(page)).toBeHidden()
  await expect(page.getByRole('main')).toContainText(/\+34 612 ?3 ?4 ?5 ?6 ?7 ?8/)
  await mailbox.waitFor(account.email, /s'ha canviat el teu número de telèfon/)
  await otherBrowser.reload()
  await expect(signInPage(otherBrowser)).toBeVisible()
})

test('with verification on, address and number take a code each', async ({
  signedIn: page,
  account,
  authenticator,
  mailbox,
  otherBrowser,
}) => {
  const email = `new-${account.email}`
  const { entry } = await turnOn(page, account, authenticator)
  await askForPhone(page, '', { code: await authenticator.next(entry) })
  await expect(page.getByRole('main')).toContainText("No n'hi ha cap")
  await askForEmail(page, email, { code: await authenticator.next(entry) })
  await confirmEmail(page, codeIn(await mailbox.waitFor(email, /el codi per confirmar/)))
  await expect(page.getByRole('status').filter({ hasText: `Ara entres amb ${email}` })).toBeVisible()
  await signInWithCode(otherBrowser, { ...account, email }, await authenticator.next(entry))
})
