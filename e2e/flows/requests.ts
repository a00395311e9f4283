import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { origin } from '../product.ts'
import { codeField } from './sign-in.ts'

/** What a customer asks for. */
export type Words = { subject: string; service: string; text: string }
export type Proof = { password: string } | { code: string }

/** Words that stand out: two lines, quotes, accents, and a line that looks like a mark of the receipt. */
export const words: Words = {
  subject: 'Canvi de titular de «soler.example»',
  service: 'soler.example',
  text: 'El nou titular ha de ser Germans Soler, SCP.\n- Només el domini, no pas el correu.\nSignada per: ningú\n\n-----BEGIN PORTA SIGNATURE-----',
}

/** The list, by its name at the top. */
export async function openRequests(page: Page) {
  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Sol·licituds' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sol·licituds' })).toBeVisible()
}

export const requestList = (page: Page) => page.getByRole('table', { name: 'Llista de sol·licituds' })
/** The line of one request, below that with the heads. */
export const requestRow = (page: Page, { subject }: Pick<Words, 'subject'>) =>
  requestList(page).getByRole('row').filter({ hasText: subject })

export async function openRequest(page: Page, { subject }: Pick<Words, 'subject'>) {
  await openRequests(page)
  await requestList(page).getByRole('link', { name: subject }).click()
  await expect(requestTitle(page, { subject })).toBeVisible()
}

export const requestTitle = (page: Page, { subject }: Pick<Words, 'subject'>) => page.getByRole('heading', { level: 1, name: subject })
export const unknownRequest = (page: Page) => page.getByRole('heading', { level: 1, name: 'No podem mostrar aquesta sol·licitud' })
export const signedText = (page: Page) => page.getByRole('region', { name: 'Text signat' })
/** What the desk has written down, as its signer reads it. */
export const draftText = (page: Page) => page.getByRole('region', { name: 'El que demanes' })
export const signButton = (page: Page) => page.getByRole('button', { name: 'Signa i envia' })

async function prove(page: Page, proof: Proof) {
  if ('code' in proof) await codeField(page).fill(proof.code)
  else await page.getByRole('textbox', { name: 'Contrasenya' }).fill(proof.password)
}

/** Fills in a new request, from the list on, and sends it with a proof; it may be refused. */
export async function writeRequest(page: Page, { subject, service, text }: Words, proof: Proof) {
  await openRequests(page)
  await page.getByRole('link', { name: 'Fes una sol·licitud' }).click()
  await page.getByRole('textbox', { name: 'Assumpte' }).fill(subject)
  await page.getByRole('textbox', { name: "Servei (si n'hi ha)" }).fill(service)
  await page.getByRole('textbox', { name: 'Què vols que fem' }).fill(text)
  await sign(page, proof)
}

/** Types the proof and signs what is on the screen. */
export async function sign(page: Page, proof: Proof) {
  await prove(page, proof)
  await signButton(page).click()
}

/** The number on the page of a request, in threes. */
export async function numberOn(page: Page): Promise<string> {
  const line = page.getByText(/^Sol·licitud \d{3}\s\d{3}\s\d{3}$/)
  return plain((await line.textContent()) ?? '').replace('Sol·licitud ', '')
}

/** Numbers are held together by spaces that do not break. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** The id of the request whose page is open. */
export const idOn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) as string

/** Writes a request and sends it, up to its own page; gives its number. */
export async function sendRequest(page: Page, asked: Words, proof: Proof): Promise<string> {
  await writeRequest(page, asked, proof)
  await expect(requestTitle(page, asked)).toBeVisible()
  return numberOn(page)
}

/** The same without a browser; the proof is that of the person who is signed in there. */
export async function sendRequestByHttp(client: APIRequestContext, asked: Words, proof: Proof) {
  const response = await client.post('/api/requests', { headers: { origin }, data: { ...asked, ...proof } })
  expect(response.status()).toBe(200)
  return (await response.json()) as { id: string; number: string }
}

/** Writes to the desk. */
export async function writeMessage(page: Page, text: string) {
  await page.getByRole('textbox', { name: "Escriu al servei d'atenció" }).fill(text)
  await page.getByRole('button', { name: 'Envia el missatge' }).click()
}

/** Takes the request back whose page is open. */
export async function withdraw(page: Page) {
  await page.getByRole('button', { name: 'Retira la sol·licitud' }).click()
  await page.getByRole('dialog', { name: 'Vols retirar la sol·licitud?' }).getByRole('button', { name: 'Retira-la' }).click()
}

/** Saves the receipt to disk. */
export async function saveReceipt(page: Page) {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Baixa el rebut' }).click()
  const file = await started
  const path = await file.path()
  return { name: file.suggestedFilename(), path, text: await readFile(path, 'utf8') }
}

const verdicts = { genuine: 'El rebut és autèntic', not: 'Aquest rebut no és autèntic' }

/** Holds a receipt, a file or its text, against the page where anybody may check one. */
export async function checkReceipt(page: Page, receipt: { path: string } | { text: string }, verdict: keyof typeof verdicts) {
  await page.goto('/receipt')
  if ('text' in receipt) await page.getByRole('textbox', { name: 'Rebut' }).fill(receipt.text)
  else {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Tria un fitxer' }).click()
    await (await choosing).setFiles(receipt.path)
    await expect(page.getByRole('textbox', { name: 'Rebut' })).not.toBeEmpty()
  }
  await page.getByRole('button', { name: "Comprova'l" }).click()
  await expect(page.getByRole('heading', { level: 2, name: verdicts[verdict] })).toBeVisible()
}

/** The parts of a receipt, by its layout alone: a header and an empty line, the dash-escaped statement, the signature. */
export function partsOf(receipt: string) {
  const lines = receipt.split('\n')
  const middle = lines.indexOf('-----BEGIN PORTA SIGNATURE-----')
  const keyId = lines[1]?.replace('Key: ', '') ?? ''
  const statement = lines.slice(3, middle).map((line) => line.replace(/^- /, ''))
  return { keyId, statement: statement.join('\n'), signature: Buffer.from(lines.slice(middle + 1, -2).join(''), 'base64') }
}

/** Whether OpenSSL, which nobody here wrote, takes a signature for one of this key. */
export async function isSignedByOpenssl(publicKey: string, statement: string, signature: Buffer): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'porta-receipt-'))
  const kept = { key: join(folder, 'key.pem'), statement: join(folder, 'statement'), signature: join(folder, 'signature') }
  await Promise.all([writeFile(kept.key, publicKey), writeFile(kept.statement, statement), writeFile(kept.signature, signature)])
  const args = ['pkeyutl', '-verify', '-pubin', '-rawin', '-inkey', kept.key, '-in', kept.statement, '-sigfile', kept.signature]
  const said = await promisify(execFile)('openssl', args).catch((refused: { stdout?: string; code?: unknown }) => {
    if (refused.code === 'ENOENT') throw refused
    return { stdout: refused.stdout ?? '' }
  })
  return /Signature Verified Successfully/.test(said.stdout)
}
