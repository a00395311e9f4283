import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { toast } from '../flows/contacts.ts'
import {
  filterQueue,
  markDone,
  openDesk,
  queue,
  queueRow,
  refuse,
  searchQueue,
  signInAtDesk,
  startWork,
  takeUp,
  writeToCustomer,
} from '../flows/desk.ts'
import { signInByHttp, signInProtected } from '../flows/http.ts'
import { idOn, plain, sendRequest, sendRequestByHttp, withdraw, writeMessage } from '../flows/requests.ts'
import { codeField } from '../flows/sign-in.ts'
import { origin } from '../product.ts'

const asked = { subject: 'Allotjament més gran', service: 'soler.example', text: 'Del pla petit al mitjà.' }

test('the desk takes it up, both write, it is done with a code, and each change is mailed', async ({
  signedIn: page,
  account,
  staff,
  deskBrowser,
  deskPhone,
  mailbox,
}) => {
  const number = await sendRequest(page, asked, account)
  const { entry } = await signInAtDesk(deskBrowser, staff, deskPhone)
  await takeUp(deskBrowser, number, asked)
  await expect(deskBrowser.getByRole('main')).toContainText('Signatura vàlida')
  await expect(deskBrowser.getByRole('region', { name: 'El que es va signar' })).toContainText(asked.text)
  await startWork(deskBrowser)
  await expect(toast(deskBrowser, 'La sol·licitud està en curs')).toBeVisible()
  await expect(deskBrowser.getByRole('combobox', { name: "Se n'ocupa" }), 'who begins has it').toContainText(staff.name)
  await expect(page.getByRole('status').filter({ hasText: 'hi treballa' }), 'without loading the page again').toBeVisible()
  await mailbox.waitFor(account.email, /ja treballem en la teva sol·licitud/)

  await writeToCustomer(deskBrowser, 'Fem el canvi aquesta nit?')
  await expect(page.getByRole('listitem').filter({ hasText: 'Fem el canvi aquesta nit?' })).toContainText(staff.name)
  const notice = await mailbox.waitFor(account.email, /tens un missatge sobre una sol·licitud/)
  expect(notice.text).not.toContain('Fem el canvi aquesta nit?')
  await writeMessage(page, 'Sí, a partir de les deu.')
  await expect(toast(page, 'Missatge enviat')).toBeVisible()
  await expect(deskBrowser.getByRole('listitem').filter({ hasText: 'Sí, a partir de les deu.' })).toContainText(account.name)

  await markDone(deskBrowser, await deskPhone.next(entry))
  await expect(page.getByRole('status').filter({ hasText: 'El canvi ja està fet' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: "Escriu al servei d'atenció" })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Retira la sol·licitud' })).toBeHidden()
  const mail = await mailbox.waitFor(account.email, /la teva sol·licitud està feta/)
  expect(plain(mail.text)).toContain(number)
  expect(mail.text).toContain(asked.subject)
})

test('done asks for a code of the one at the desk; refused asks for a reason that the customer reads', async ({
  signedIn: page,
  account,
  staff,
  deskBrowser,
  deskPhone,
  mailbox,
}) => {
  const number = await sendRequest(page, asked, account)
  const { entry } = await signInAtDesk(deskBrowser, staff, deskPhone)
  await takeUp(deskBrowser, number, asked)
  await deskBrowser.getByRole('button', { name: 'Marca-la com a feta' }).click()
  const done = deskBrowser.getByRole('dialog', { name: 'Ja està feta?' })
  await codeField(deskBrowser).fill(deskPhone.codeAt(Date.now() + 3_600_000, entry))
  await done.getByRole('button', { name: 'Marca-la com a feta' }).click()
  await expect(done.getByRole('alert')).toBeVisible()
  await deskBrowser.keyboard.press('Escape')

  await deskBrowser.getByRole('button', { name: 'Rebutja-la' }).click()
  const dialog = deskBrowser.getByRole('dialog', { name: 'La vols rebutjar?' })
  await codeField(deskBrowser).fill(deskPhone.codeAt(Date.now(), entry))
  await dialog.getByRole('button', { name: 'Rebutja-la' }).click()
  await expect(dialog).toContainText('Omple aquest camp')
  await deskBrowser.keyboard.press('Escape')
  await refuse(deskBrowser, 'El domini no és teu', await deskPhone.next(entry))

  await expect(page.getByRole('status').filter({ hasText: "No l'hem pogut fer" })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'El domini no és teu' })).toContainText('Rebutjada')
  const mail = await mailbox.waitFor(account.email, /no farem la teva sol·licitud/)
  expect(mail.text).toContain('Motiu: El domini no és teu')
  expect((await mailbox.to(account.email)).filter(({ subject }) => /està feta/.test(subject))).toEqual([])
})

test('a request taken back is nothing to do any more, also on the screen of the desk', async ({
  signedIn: page,
  account,
  staff,
  deskBrowser,
  deskPhone,
  mailbox,
}) => {
  const number = await sendRequest(page, asked, account)
  const { entry } = await signInAtDesk(deskBrowser, staff, deskPhone)
  await takeUp(deskBrowser, number, asked)
  await startWork(deskBrowser)
  await deskBrowser.getByRole('button', { name: 'Marca-la com a feta' }).click()
  await expect(codeField(deskBrowser)).toBeVisible()
  const requestId = idOn(deskBrowser)
  const { digest } = await (await deskBrowser.request.get(`/api/desk/requests/${requestId}`)).json()

  await withdraw(page)
  await expect(page.getByRole('status').filter({ hasText: "S'ha retirat" })).toBeVisible()
  await mailbox.waitFor(account.email, /la teva sol·licitud s'ha retirat/)
  await expect(deskBrowser.getByRole('button', { name: 'Marca-la com a feta' })).toHaveCount(0)
  await expect(deskBrowser.getByRole('main')).toContainText(`${account.name} la va retirar`)
  const done = await deskBrowser.request.post(`/api/desk/requests/${requestId}/state`, {
    headers: { origin },
    data: { state: 'done', digest, code: await deskPhone.next(entry) },
  })
  expect(done.status()).toBe(409)
})

test('of two at the desk who decide at the same moment one does, and the other reads what is true now', async ({
  signedIn: page,
  account,
  staff,
  otherStaff,
  deskBrowser,
  deskPhone,
  otherDeskBrowser,
  otherDeskPhone,
}) => {
  const { id, number } = await sendRequestByHttp(page.request, asked, { password: account.password })
  const one = await signInAtDesk(deskBrowser, staff, deskPhone)
  const other = await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)
  await takeUp(deskBrowser, number, asked)
  await takeUp(otherDeskBrowser, number, asked)
  const { digest } = await (await deskBrowser.request.get(`/api/desk/requests/${id}`)).json()
  const decide = (desk: Page, data: object) =>
    desk.request.post(`/api/desk/requests/${id}/state`, { headers: { origin }, data: { digest, ...data } })
  const answers = await Promise.all([
    decide(deskBrowser, { state: 'done', code: await deskPhone.next(one.entry) }),
    decide(otherDeskBrowser, { state: 'refused', reason: 'No', code: await otherDeskPhone.next(other.entry) }),
  ])
  expect(answers.map((answer) => answer.status()).sort()).toEqual([204, 409])
  const end = answers[0].ok() ? 'Feta' : 'Rebutjada'
  for (const desk of [deskBrowser, otherDeskBrowser]) {
    await expect(desk.getByRole('main')).toContainText(end)
    await expect(desk.getByRole('button', { name: 'Rebutja-la' })).toBeHidden()
  }
})

test('the queue narrows to a state, to how it was signed and to whose it is, and a request is given to somebody else', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  staff,
  otherStaff,
  deskBrowser,
  deskPhone,
  otherDeskBrowser,
  otherDeskPhone,
}) => {
  await signInByHttp(otherBrowser.request, colleague, { origin })
  const plainly = await sendRequestByHttp(otherBrowser.request, { ...asked, subject: 'Sense codi' }, { password: colleague.password })
  const { entry } = await signInProtected(page, account, authenticator)
  const { number } = await sendRequestByHttp(page.request, { ...asked, subject: 'Amb codi' }, { code: await authenticator.next(entry) })
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)

  await searchQueue(deskBrowser, account.companyName)
  const subjects = queue(deskBrowser).getByRole('rowheader')
  await expect(subjects, 'the one that has waited longest is the first').toHaveText([/Sense codi/, /Amb codi/])
  await filterQueue(deskBrowser, 'Com està signada', 'Amb un codi')
  await expect(subjects).toHaveText([/Amb codi/])
  await filterQueue(deskBrowser, 'Com està signada', 'De qualsevol manera')
  await filterQueue(deskBrowser, 'Estat', 'En curs')
  await expect(deskBrowser.getByRole('main')).toContainText('Amb aquests filtres no hi ha cap sol·licitud')
  await filterQueue(deskBrowser, 'Estat', 'Signades')
  await filterQueue(deskBrowser, "Se n'ocupa", 'Jo')
  await expect(deskBrowser.getByRole('main')).toContainText('Amb aquests filtres no hi ha cap sol·licitud')
  await filterQueue(deskBrowser, "Se n'ocupa", 'Ningú')
  await expect(subjects).toHaveCount(2)

  await queue(deskBrowser).getByRole('link', { name: 'Amb codi' }).click()
  const inCharge = deskBrowser.getByRole('combobox', { name: "Se n'ocupa" })
  await inCharge.selectOption(otherStaff.name)
  await deskBrowser.getByRole('button', { name: "Canvia qui se n'ocupa" }).click()
  await expect(deskBrowser.getByRole('listitem').filter({ hasText: otherStaff.name })).toBeVisible()
  await searchQueue(otherDeskBrowser, account.companyName)
  await filterQueue(otherDeskBrowser, "Se n'ocupa", 'Jo')
  await expect(queue(otherDeskBrowser).getByRole('rowheader')).toHaveText([/Amb codi/])
  await expect(queueRow(otherDeskBrowser, number)).toContainText(account.name)
  await otherDeskBrowser.reload()
  await expect(queue(otherDeskBrowser).getByRole('rowheader'), 'the address keeps what was asked').toHaveCount(1)
  await searchQueue(otherDeskBrowser, plainly.number.slice(0, 7))
  await expect(queueRow(otherDeskBrowser, plainly.number)).toContainText('Sense codi')
  await openDesk(deskBrowser, 'Sol·licituds')
  await expect(deskBrowser.getByRole('main')).toContainText(/obert(a|es) · 0 de meves/)
})
