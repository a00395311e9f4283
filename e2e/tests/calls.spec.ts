import type { Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import { expect, test } from '../fixtures.ts'
import { answerFor, draft, draftLink, lookUp, newPhone, readable, redraft, signInAtDesk, takePhone } from '../flows/desk.ts'
import { expectProblem, signInByHttp, signInProtected } from '../flows/http.ts'
import { draftText, idOn, openRequests, requestRow, sign, signButton, signedText } from '../flows/requests.ts'
import { accountLink, codeField, type Person, signIn } from '../flows/sign-in.ts'
import { origin } from '../product.ts'

const asked = { subject: 'Canvi de titular', service: 'soler.example', text: 'Que el titular sigui Germans Soler.' }
const changed = { ...asked, text: 'Que el titular sigui Germans Puig.' }
const toSign = (page: Page) => page.getByRole('region', { name: 'Per signar' })

/** A customer with a number of their own, verification on, and the client area open. */
async function customerWithPhone(page: Page, person: Person, phone: Authenticator) {
  const number = newPhone()
  await signInByHttp(page.request, person, { origin })
  await takePhone(page.request, person, number)
  const { entry } = await signInProtected(page, person, phone)
  await page.goto('/')
  await expect(accountLink(page, person)).toBeVisible()
  return { number, entry }
}

test('with verification on nothing may be changed on the call: the words appear at the customer, who signs, and the desk turns green', async ({
  page,
  account,
  authenticator,
  staff,
  deskBrowser,
  deskPhone,
  mailbox,
}) => {
  const { number, entry } = await customerWithPhone(page, account, authenticator)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  const answer = answerFor(deskBrowser, readable(number))
  await expect(answer).toContainText('En aquesta trucada no es pot canviar res')
  await expect(answer).toContainText('Verificació activada')
  await expect(answer).toContainText(account.companyName)
  await expect(answer, 'the name is masked').not.toContainText(account.name)
  await draft(deskBrowser, asked)
  await expect(answer).toContainText('Esperant la signatura')

  await expect(toSign(page), 'without loading the page again').toContainText(asked.subject)
  const mail = await mailbox.waitFor(account.email, /tens una sol·licitud per signar/)
  expect(mail.text).toContain(asked.subject)
  expect(mail.text).toContain(staff.name)
  await toSign(page)
    .getByRole('link', { name: `Llegeix i signa: ${asked.subject}` })
    .click()
  await expect(draftText(page)).toContainText(asked.text)
  await expect(page.getByRole('timer')).toHaveText(/Queden (29|30) min/)
  await sign(page, { code: await authenticator.next(entry) })
  await expect(signedText(page)).toContainText(asked.text)
  await expect(page.getByRole('main')).toContainText('Signada amb un codi')

  await expect(answer, 'without loading the page again').toContainText('Ho ha signat: es pot fer exactament això')
  await expect(answer).toContainText('Amb un codi')
  await draftLink(deskBrowser).click()
  await expect(deskBrowser.getByRole('main')).toContainText('Signatura vàlida')
  await expect(deskBrowser.getByRole('main')).toContainText('anotada en una trucada')
})

test('words that change while they are read cannot be signed: not on the screen, and not by who kept them', async ({
  page,
  account,
  authenticator,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const { number, entry } = await customerWithPhone(page, account, authenticator)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  await draft(deskBrowser, asked)
  await toSign(page)
    .getByRole('link', { name: /^Llegeix i signa/ })
    .click()
  await expect(draftText(page)).toContainText(asked.text)
  const requestId = idOn(page)
  const { digest } = await (await page.request.get(`/api/requests/${requestId}`)).json()
  const code = await authenticator.next(entry)
  await codeField(page).fill(code.slice(0, 3))

  await redraft(deskBrowser, changed)
  await expect(page.getByRole('alert')).toContainText('El text ha canviat mentre el llegies')
  await expect(draftText(page)).toContainText(changed.text)
  await expect(signButton(page)).toBeHidden()
  const old = await page.request.post(`/api/requests/${requestId}/sign`, { headers: { origin }, data: { digest, code } })
  await expectProblem(old, 409, 'changed-meanwhile')

  await page.getByRole('button', { name: 'Ja les he llegides' }).click()
  await expect(codeField(page)).toHaveValue('')
  await sign(page, { code: await authenticator.next(entry) })
  await expect(signedText(page)).toContainText(changed.text)
  await expect(signedText(page)).not.toContainText(asked.text)
  await expect(answerFor(deskBrowser, readable(number))).toContainText('Ho ha signat')
  await expect(deskBrowser.getByRole('button', { name: 'Canvia el text' })).toBeHidden()
})

test('declined by the customer, or taken back by the desk: each sees it on the other side at once, and nobody can sign it', async ({
  page,
  account,
  authenticator,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const { number, entry } = await customerWithPhone(page, account, authenticator)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  const answer = answerFor(deskBrowser, readable(number))
  await draft(deskBrowser, asked)
  await toSign(page)
    .getByRole('link', { name: /^Llegeix i signa/ })
    .click()
  await page.getByRole('button', { name: 'No ho signo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'No ho signo' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'No es va voler signar' })).toBeVisible()
  await expect(signButton(page)).toBeHidden()
  await expect(answer).toContainText('Retirada')
  await expect(answer).not.toContainText('Esperant la signatura')

  await deskBrowser.getByRole('button', { name: "Redacta'n un altre" }).click()
  await draft(deskBrowser, changed)
  await toSign(page)
    .getByRole('link', { name: /^Llegeix i signa/ })
    .click()
  await expect(draftText(page)).toContainText(changed.text)
  const requestId = idOn(page)
  const { digest } = await (await page.request.get(`/api/requests/${requestId}`)).json()
  await deskBrowser.getByRole('button', { name: 'Anul·la' }).click()
  await expect(signButton(page)).toBeHidden()
  await expect(toSign(page)).toBeHidden()
  const late = await page.request.post(`/api/requests/${requestId}/sign`, {
    headers: { origin },
    data: { digest, code: await authenticator.next(entry) },
  })
  await expectProblem(late, 409, 'draft-over')
  await openRequests(page)
  await expect(requestRow(page, asked)).toContainText(['Retirada', 'Retirada'])
})

test('with verification off the number is accepted, in every spelling of it; an unknown one is nobody', async ({
  signedIn: page,
  account,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const number = newPhone()
  await takePhone(page.request, account, number)
  const local = number.slice(3)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  const spellings = [
    number,
    local,
    `0034${local}`,
    ` (+34) ${local.slice(0, 3)}-${local.slice(3, 6)}-${local.slice(6)} `,
    `${local.slice(0, 3)}.${local.slice(3, 5)}.${local.slice(5, 7)}.${local.slice(7)}`,
    readable(number).replaceAll(' ', '\u00a0'),
  ]
  for (const spelling of spellings) {
    const reason = `Escrit com a ${spelling.trim()}`
    await lookUp(deskBrowser, spelling, reason)
    await expect(deskBrowser.getByRole('table', { name: 'Les meves últimes trucades' }).getByRole('row').nth(1)).toContainText(reason)
    const answer = answerFor(deskBrowser, readable(number))
    await expect(answer, spelling).toContainText('Número acceptat')
    await expect(answer).toContainText('Sense verificació')
    await expect(answer).toContainText(account.companyName)
  }

  const nobodys = newPhone()
  await lookUp(deskBrowser, nobodys)
  const answer = answerFor(deskBrowser, readable(nobodys))
  await expect(answer).toContainText('Número desconegut')
  await expect(answer).toContainText('no es pot canviar res')
  await expect(answer.getByRole('button')).toHaveCount(0)
  await lookUp(deskBrowser, '12345')
  await expect(deskBrowser.getByRole('main')).toContainText('No és un número de telèfon vàlid')
})

test('where the number is accepted a change can be written down too, and is signed with the password', async ({
  signedIn: page,
  account,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const number = newPhone()
  await takePhone(page.request, account, number)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  await draft(deskBrowser, asked)
  await toSign(page)
    .getByRole('link', { name: /^Llegeix i signa/ })
    .click()
  await sign(page, account)
  await expect(page.getByRole('main')).toContainText('Sense verificació')
  await expect(answerFor(deskBrowser, readable(number))).toContainText('Ho ha signat')
  // whoever was looked up sees that, and not why
  await page.goto('/account/activity')
  await expect(page.getByRole('region', { name: 'Què ha passat' })).toContainText(/servei d'atenció/i)
  await expect(page.getByRole('main')).not.toContainText('Vol canviar el titular')
})

test('of two people with one number each has a line of their own: one may give orders, the other may not', async ({
  page,
  account,
  authenticator,
  colleague,
  otherBrowser,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const { number } = await customerWithPhone(page, account, authenticator)
  await signIn(otherBrowser, colleague)
  await takePhone(otherBrowser.request, colleague, number)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  const lines = answerFor(deskBrowser, readable(number)).getByRole('heading', { level: 2 })
  await expect(lines).toHaveCount(2)
  await expect(lines.filter({ hasText: 'no es pot canviar res' })).toHaveCount(1)
  await expect(lines.filter({ hasText: 'Número acceptat' })).toHaveCount(1)
})

test('what the desk has written down for a member, the admin sees and cannot sign', async ({
  page,
  account,
  colleague,
  otherBrowser,
  otherPhone,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const { number } = await customerWithPhone(otherBrowser, colleague, otherPhone)
  await signIn(page, account)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await lookUp(deskBrowser, number)
  await draft(deskBrowser, asked)
  await expect(toSign(otherBrowser)).toContainText(asked.subject)
  await expect(toSign(page)).toBeHidden()
  await openRequests(page)
  await expect(requestRow(page, asked)).toContainText('Per signar')
  await page.getByRole('link', { name: asked.subject }).click()
  await expect(page.getByRole('heading', { name: `Ho ha de signar ${colleague.name}` })).toBeVisible()
  await expect(signButton(page)).toBeHidden()
  const { digest } = await (await page.request.get(`/api/requests/${idOn(page)}`)).json()
  const signedByAdmin = await page.request.post(`/api/requests/${idOn(page)}/sign`, {
    headers: { origin },
    data: { digest, password: account.password },
  })
  await expectProblem(signedByAdmin, 404, 'not-found')
})

test('a member of the desk can look up so many numbers in an hour, and the others go on', async ({
  staff,
  otherStaff,
  deskBrowser,
  deskPhone,
  otherDeskBrowser,
  otherDeskPhone,
}) => {
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)
  const ask = (page: Page) =>
    page.request.post('/api/desk/calls', { headers: { origin }, data: { phone: newPhone(), reason: 'Una prova' } })
  const statuses = []
  for (let at = 0; at < 31; at++) statuses.push((await ask(deskBrowser)).status())
  expect(statuses.filter((status) => status === 200)).toHaveLength(30)
  await expectProblem(await ask(deskBrowser), 429, 'too-many-tries')
  await lookUp(deskBrowser, newPhone())
  await expect(deskBrowser.getByRole('alert')).toContainText('Hi ha hagut massa intents')
  await lookUp(otherDeskBrowser, newPhone())
  await expect(otherDeskBrowser.getByRole('main')).toContainText('Número desconegut')
})
