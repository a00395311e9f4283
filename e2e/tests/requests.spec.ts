import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { expectProblem, signInProtected } from '../flows/http.ts'
import {
  checkReceipt,
  idOn,
  isSignedByOpenssl,
  numberOn,
  openRequest,
  openRequests,
  partsOf,
  plain,
  requestList,
  requestRow,
  requestTitle,
  saveReceipt,
  sendRequest,
  sign,
  signedText,
  unknownRequest,
  words,
  writeMessage,
  writeRequest,
} from '../flows/requests.ts'
import { signIn, signInWithCode, signOut } from '../flows/sign-in.ts'
import { origin } from '../product.ts'

const asked = { subject: 'Allotjament més gran', service: 'soler.example', text: 'Del pla petit al mitjà.' }

test('without verification a request is signed with the password, and says so', async ({ signedIn: page, account, mailbox }) => {
  await writeRequest(page, words, { password: 'no és aquesta' })
  await expect(page.getByRole('alert')).toContainText('La contrasenya no és correcta')
  await expect(page.getByRole('textbox', { name: 'Què vols que fem' }), 'nothing has to be written again').toHaveValue(words.text)
  const number = await sendRequest(page, words, account)

  await expect(page.getByRole('main')).toContainText('Enviada')
  await expect(page.getByRole('main')).toContainText('Sense verificació')
  await expect(page.getByRole('main')).toContainText('Amb la contrasenya; la verificació estava desactivada')
  for (const said of [number, account.companyName, account.name, account.email, words.subject, words.text])
    await expect(signedText(page)).toContainText(said)
  await openRequests(page)
  await expect(requestRow(page, words)).toContainText('Enviada')
  await expect(requestRow(page, words)).toContainText('Sense verificació')
  const mail = await mailbox.waitFor(account.email, /hem rebut la teva sol·licitud/)
  expect(plain(mail.text)).toContain(number)
  expect(mail.text).toContain('amb la contrasenya; la verificació està desactivada')
})

test('with verification a request is signed with a fresh code, and with nothing less', async ({
  page,
  account,
  authenticator,
  mailbox,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  const withPassword = await page.request.post('/api/requests', { headers: { origin }, data: { ...words, password: account.password } })
  await expectProblem(withPassword, 403, 'fresh-code-needed')
  await page.goto('/')
  const code = await authenticator.next(entry)
  const number = await sendRequest(page, words, { code })
  await expect(page.getByRole('main')).toContainText('Signada amb un codi')
  await expect(page.getByRole('main')).toContainText("Amb un codi de l'aplicació d'autenticació")
  await expect(signedText(page)).toContainText("amb un codi de l'aplicació d'autenticació")

  await writeRequest(page, { ...words, subject: 'Una altra' }, { code })
  await expect(page.getByRole('alert'), 'a code signs once').toContainText("Aquest codi ja s'ha fet servir")
  await openRequests(page)
  await expect(requestList(page).getByRole('row')).toHaveCount(2)
  await expect(requestRow(page, words)).toContainText('Signada amb un codi')
  const mail = await mailbox.waitFor(account.email, /hem rebut la teva sol·licitud/)
  expect(plain(mail.text)).toContain(number)
  expect(mail.text).toContain("amb un codi de l'aplicació")
})

test('a remembered device signs in without a code and cannot send with less; what it writes says where it came from', async ({
  page,
  account,
  authenticator,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await page.goto('/')
  await signOut(page)
  await signInWithCode(page, account, await authenticator.next(entry), { remember: true })
  await signOut(page)
  await signIn(page, account)
  await writeRequest(page, asked, { code: authenticator.codeAt(Date.now() + 3_600_000, entry) })
  await expect(page.getByRole('alert')).toBeVisible()
  await sign(page, { code: await authenticator.next(entry) })
  await expect(page.getByRole('main')).toContainText('Signada amb un codi')
  await writeMessage(page, 'Si pot ser, avui.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Si pot ser, avui.' })).toContainText("des d'un dispositiu recordat")
})

test('a receipt on disk is checked by a stranger in another browser, and an edited one is refused', async ({
  signedIn: page,
  account,
  otherBrowser,
}) => {
  const number = await sendRequest(page, words, account)
  const { name, path, text } = await saveReceipt(page)
  expect(name).toMatch(/^[\w.-]+\.txt$/)
  await checkReceipt(otherBrowser, { path }, 'genuine')
  await expect(signedText(otherBrowser)).toContainText(number)
  expect(await signedText(otherBrowser).textContent()).toBe(await signedText(page).textContent())

  // what a mail or an editor does to line ends changes nothing; one letter does
  await checkReceipt(otherBrowser, { text: `\n${text.replaceAll('\n', '\r\n')}\r\n` }, 'genuine')
  const edited = text.replace('Germans Soler', 'Germans Puig')
  expect(edited).not.toBe(text)
  await writeFile(path, edited)
  await checkReceipt(otherBrowser, { path }, 'not')
  await expect(signedText(otherBrowser)).toBeHidden()
  await checkReceipt(otherBrowser, { text: 'No és cap rebut' }, 'not')
})

test('a receipt is verified by OpenSSL, which nobody here wrote, from the published key alone', async ({
  signedIn: page,
  account,
  request,
}) => {
  test.skip(spawnSync('openssl', ['version']).error !== undefined, 'not installed here: openssl')
  await sendRequest(page, words, account)
  const { text } = await saveReceipt(page)
  const { keyId, statement, signature } = partsOf(text)
  expect(statement).toContain(words.text)
  const { keys } = await (await request.get('/api/signing-keys')).json()
  const key = (keys as { id: string; publicKey: string }[]).find(({ id }) => id === keyId)
  expect(key).toBeDefined()
  const pem = key?.publicKey ?? ''
  expect(await isSignedByOpenssl(pem, statement, signature)).toBe(true)
  expect(await isSignedByOpenssl(pem, statement.replace('Germans Soler', 'Germans Puig'), signature)).toBe(false)
})

test("an admin sees the company's requests, a member only the own, and another company's do not exist", async ({
  signedIn: page,
  account,
  colleague,
  otherBrowser,
  deskBrowser: strangersBrowser,
  nextAccount,
}) => {
  await sendRequest(page, { ...asked, subject: "De l'administradora" }, account)
  const ofAdmin = idOn(page)
  await signIn(otherBrowser, colleague)
  await openRequests(otherBrowser)
  await expect(otherBrowser.getByRole('main')).toContainText('Encara no hi ha cap sol·licitud')
  const number = await sendRequest(otherBrowser, { ...asked, subject: 'Del membre' }, colleague)
  const ofMember = idOn(otherBrowser)
  await openRequests(otherBrowser)
  await expect(requestList(otherBrowser).getByRole('rowheader')).toHaveText([/Del membre/])
  await otherBrowser.goto(`/requests/${ofAdmin}`)
  await expect(unknownRequest(otherBrowser)).toBeVisible()

  await openRequest(page, { subject: 'Del membre' })
  expect(await numberOn(page)).toBe(number)
  await expect(signedText(page)).toContainText(colleague.name)
  await openRequests(page)
  await expect(requestRow(page, { subject: 'Del membre' })).toContainText(colleague.name)

  const stranger = await nextAccount()
  await signIn(strangersBrowser, stranger)
  await openRequests(strangersBrowser)
  await expect(strangersBrowser.getByRole('main')).toContainText('Encara no hi ha cap sol·licitud')
  for (const id of [ofAdmin, ofMember]) {
    await strangersBrowser.goto(`/requests/${id}`)
    await expect(unknownRequest(strangersBrowser)).toBeVisible()
    await expect(requestTitle(strangersBrowser, asked)).toBeHidden()
    await expectProblem(await strangersBrowser.request.get(`/api/requests/${id}/receipt`), 404, 'not-found')
    for (const act of ['withdraw', 'messages'])
      await expectProblem(
        await strangersBrowser.request.post(`/api/requests/${id}/${act}`, {
          headers: { origin },
          data: act === 'messages' ? { text: 'hola' } : {},
        }),
        404,
        'not-found',
      )
  }
})
