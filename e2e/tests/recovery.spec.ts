import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { signInAtDesk } from '../flows/desk.ts'
import { newClient, signInProtected, turnOnByHttp } from '../flows/http.ts'
import { linkIn } from '../flows/mailed.ts'
import { deadLink, goodPassword, resetPassword } from '../flows/password.ts'
import {
  approveCase,
  caseCode,
  caseForm,
  caseState,
  chooseFiles,
  claimButton,
  claimCase,
  enterWithNumber,
  entryPage,
  inThrees,
  openCase,
  openCaseAtDesk,
  openCompanyCases,
  ownCaseBanner,
  pdfOf,
  pngOf,
  receivedDocuments,
  submitCase,
  typeCaseCode,
  uploads,
  vouch,
} from '../flows/recovery.ts'
import { actByHttp, approveByHttp, caseByHttp, caseIdByHttp, sentCaseByHttp } from '../flows/recovery-http.ts'
import { answerWithCode, codePage, enterPassword, signIn, signInPage, signInWithCode } from '../flows/sign-in.ts'
import { coolingSeconds, origin } from '../product.ts'

/** How long the server may take to see that a cooling-off is over, and to write of it. */
const completedWithin = (coolingSeconds.usual + 20) * 1000

const main = (page: Page) => page.getByRole('main')

test('who has lost the phone comes back in: a certified form, two people of the desk, and time to object', async ({
  page,
  playwright,
  account,
  colleague,
  otherAdmin,
  otherBrowser,
  authenticator,
  mailbox,
  deskBrowser,
  otherDeskBrowser,
  staff,
  otherStaff,
  deskPhone,
  otherDeskPhone,
}) => {
  test.slow()
  const elsewhere = await newClient(playwright, from(newAddress()))
  const { entry } = await turnOnByHttp(elsewhere, account, authenticator)
  const { entry: deskEntry } = await signInAtDesk(deskBrowser, staff, deskPhone)
  const { entry: otherDeskEntry } = await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)

  const number = await openCase(page, account, 'company')
  for (const { email } of [account, colleague, otherAdmin]) {
    const mail = await mailbox.waitFor(email, /s'ha obert un cas per un mòbil perdut/)
    for (const words of [account.name, account.companyName]) expect(mail.text).toContain(words)
    expect(mail.text).toMatch(inThrees(number))
  }
  await typeCaseCode(page, await caseCode(mailbox, account, number), number)
  await expect(caseState(page, account)).toContainText('Obert')

  const text = (await caseForm(page).textContent()) ?? ''
  for (const words of [account.name, account.email, account.companyName]) expect(text).toContain(words)
  expect(text).toMatch(inThrees(number))
  const fingerprint = createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/.{4}(?=.)/g, '$& ')
  await expect(main(page).getByText(fingerprint)).toBeVisible()

  await page.getByRole('button', { name: 'Envia el cas' }).click()
  await expect(main(page).getByRole('alert')).toContainText('Encara no hi ha cap document')
  await chooseFiles(page, {
    name: 'formulari.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
  })
  await expect(uploads(page)).toContainText('No és cap PDF, JPEG ni PNG')
  await chooseFiles(page, await pngOf(page), await pdfOf(page))
  await expect(receivedDocuments(page)).toHaveCount(2)
  await expect(receivedDocuments(page).filter({ hasText: 'extracte-del-registre.pdf' })).toContainText('PDF')
  await submitCase(page)
  await expect(caseState(page, account)).toContainText('En revisió')
  await mailbox.waitFor(account.email, /hem rebut els documents/)

  await openCaseAtDesk(deskBrowser, number)
  for (const words of [account.name, account.email]) await expect(main(deskBrowser)).not.toContainText(words)
  await claimCase(deskBrowser)
  for (const words of [account.name, account.email, fingerprint]) await expect(main(deskBrowser)).toContainText(words)
  expect(await main(deskBrowser).textContent()).toContain(text)
  await approveCase(deskBrowser, 'La notària existeix, el segell quadra.', await deskPhone.next(deskEntry))
  await expect(main(deskBrowser)).toContainText("Tu ja l'has aprovat. Ara ho ha de fer una altra persona.")
  await expect(claimButton(deskBrowser)).toBeHidden()
  const caseId = new URL(deskBrowser.url()).pathname.split('/').at(-1) as string
  const again = await actByHttp(deskBrowser.request, caseId, 'claim', {}, { origin })
  expect((await again.json()).code).toBe('another-person-needed')
  await page.reload()
  await expect(caseState(page, account)).toContainText('En segona revisió')

  await openCaseAtDesk(otherDeskBrowser, number)
  await claimCase(otherDeskBrowser)
  await expect(main(otherDeskBrowser)).toContainText('La notària existeix, el segell quadra.')
  await approveCase(otherDeskBrowser, "He trucat a la notaria: n'és.", await otherDeskPhone.next(otherDeskEntry))
  await page.reload()
  await expect(caseState(page, account)).toContainText('Aprovat, en espera')
  for (const { email } of [account, colleague, otherAdmin]) await mailbox.waitFor(email, /aviat desactivarem la verificació/)

  await enterPassword(otherBrowser, account)
  await expect(codePage(otherBrowser)).toBeVisible()
  const done = await mailbox.waitFor(account.email, /ja pots posar una contrasenya nova/, completedWithin)
  for (const { email } of [colleague, otherAdmin]) await mailbox.waitFor(email, /s'ha acabat un cas de recuperació/)
  await page.reload()
  await expect(caseState(page, account)).toContainText('Acabat')
  await expect(main(otherDeskBrowser), 'without reloading').toContainText("La verificació s'ha desactivat")
  expect((await elsewhere.get('/api/me')).status(), 'every session is over').toBe(401)
  await answerWithCode(otherBrowser, await authenticator.next(entry))
  await expect(signInPage(otherBrowser), 'the old codes are dead').toBeVisible()
  await enterPassword(page, account)
  await expect(page.getByRole('alert'), 'the old password is dead').toBeVisible()

  await resetPassword(page, linkIn(done), goodPassword)
  await signIn(page, { ...account, password: goodPassword })
  await expect(main(page)).toContainText('cuidem especialment el teu compte')
  await page.goto('/account/two-factor')
  await expect(page.getByRole('switch')).not.toBeChecked()
  await page.goto('/contacts')
  await page.getByRole('button', { name: 'Afegeix un contacte' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Afegeix un contacte' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill('Algú Altre')
  await dialog.getByRole('textbox', { name: 'Correu electrònic' }).fill(`algu-${account.email}`)
  await dialog.getByRole('button', { name: 'Envia la invitació' }).click()
  await expect(dialog.getByRole('alert')).toContainText('aquest compte té protecció reforçada')
  await elsewhere.dispose()
})

test('another admin of the company vouches with a code, and the wait at the end is shorter', async ({
  page,
  playwright,
  account,
  otherAdmin,
  otherBrowser,
  authenticator,
  otherPhone,
  mailbox,
  deskBrowser,
  otherDeskBrowser,
  staff,
  otherStaff,
  deskPhone,
  otherDeskPhone,
}) => {
  const lost = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(lost, account, authenticator)
  const number = await sentCaseByHttp(lost, account, mailbox)

  await signIn(otherBrowser, otherAdmin)
  await openCompanyCases(otherBrowser)
  await otherBrowser.getByRole('button', { name: 'És veritat: ho confirmo' }).click()
  await expect(otherBrowser.getByRole('dialog')).toContainText('abans has de tenir activada la teva')
  const { entry } = await signInProtected(otherBrowser, otherAdmin, otherPhone)
  await openCompanyCases(otherBrowser)
  await expect(main(otherBrowser)).toContainText(account.name)
  await vouch(otherBrowser, account, await otherPhone.next(entry))
  await expect(main(otherBrowser)).toContainText(`Confirmat per${otherAdmin.name}`)
  await expect(otherBrowser.getByRole('button', { name: 'És veritat: ho confirmo' }), 'once').toBeHidden()
  expect((await mailbox.waitFor(account.email, /un administrador confirma/)).text).toContain(otherAdmin.name)

  const desk = await signInAtDesk(deskBrowser, staff, deskPhone)
  const otherDesk = await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)
  await openCaseAtDesk(deskBrowser, number)
  await expect(main(deskBrowser)).toContainText(`Avalat per${otherAdmin.name}`)
  const caseId = await caseIdByHttp(deskBrowser.request, number)
  expect(await approveByHttp(deskBrowser.request, caseId, await deskPhone.next(desk.entry), { origin })).toBe('second-review')
  expect(await approveByHttp(otherDeskBrowser.request, caseId, await otherDeskPhone.next(otherDesk.entry), { origin })).toBe('cooling')
  const { nextBy, entries } = await caseByHttp(lost)
  expect(nextBy - entries.at(-1).at).toBe(coolingSeconds.vouched * 1000)

  const done = await mailbox.waitFor(account.email, /ja pots posar una contrasenya nova/, completedWithin)
  await resetPassword(page, linkIn(done), goodPassword)
  await lost.dispose()
})

test('who finds the phone again gives the case up, and everything is as it was', async ({
  page,
  playwright,
  account,
  colleague,
  otherBrowser,
  authenticator,
  mailbox,
}) => {
  const client = await newClient(playwright, from(newAddress()))
  const { entry } = await turnOnByHttp(client, account, authenticator)
  const number = await openCase(page, account, 'person')
  const stopLink = linkIn(await mailbox.waitFor(colleague.email, /s'ha obert un cas/))
  // The number is on the paper, the code in the mail: any browser will do.
  await enterWithNumber(otherBrowser, number, await caseCode(mailbox, account, number))
  await otherBrowser.getByRole('button', { name: 'He trobat el telèfon' }).click()
  const dialog = otherBrowser.getByRole('dialog', { name: 'Vols retirar el cas?' })
  await dialog.getByRole('button', { name: 'Retira el cas' }).click()
  await expect(caseState(otherBrowser, account)).toContainText('Retirat')
  await mailbox.waitFor(colleague.email, /s'ha retirat un cas/)

  await otherBrowser.getByRole('button', { name: 'Surt del cas' }).click()
  await otherBrowser.reload()
  await expect(entryPage(otherBrowser)).toBeVisible()
  await otherBrowser.goto(stopLink)
  await expect(deadLink(otherBrowser)).toBeVisible()
  await signInWithCode(page, account, await authenticator.next(entry))
  await expect(ownCaseBanner(page)).toBeHidden()
  expect((await client.get('/api/me')).status(), 'nobody was signed out').toBe(200)
  await client.dispose()
})
