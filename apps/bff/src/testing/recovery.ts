import { eq } from 'drizzle-orm'
import { addCompany } from '../domain/people.ts'
import type { Browser } from './browser.ts'
import { type Colleague, colleague, openCompany } from './company.ts'
import { signIn } from './flows.ts'
import type { TestHouse } from './house.ts'
import { newestSecret } from './letters.ts'
import { alter, rowsOf } from './rows.ts'

export const everything = ['number-and-fingerprint', 'certified-signature', 'name-and-account', 'register-extract', 'nobody-objects']

/** A company with a main account, a second admin and a member who has lost the phone, and two of the operator's desk; all with verification on. */
export async function openRecovery(env: Record<string, string> = {}) {
  const { house, boss, member } = await openCompany({ env })
  const second = await colleague(house, { name: 'Jordi Puig', role: 'admin', verification: true })
  const lost = await colleague(house, { name: 'Pere Mas', phone: '+34972000199', verification: true })
  const operator = await addCompany(house.deps, { name: 'Porta', operator: true })
  const nuria = await colleague(house, { companyId: operator, name: 'Núria Camps', role: 'support', verification: true })
  const pavel = await colleague(house, { companyId: operator, name: 'Pavel Novák', role: 'support', verification: true })
  await house.mails()
  return { house, boss, second, member, lost, nuria, pavel, operator }
}
export type Recovery = Awaited<ReturnType<typeof openRecovery>>

/** Signs somebody in again, in the browser that they have: sessions end while a test lets days go by. */
export async function backIn(person: Colleague) {
  const next = await signIn(person.browser, person.email)
  if (next !== 'code') return
  const answer = await person.browser.call('POST /api/sign-in/code', { ...person.proof(), rememberDevice: false })
  if (answer.status !== 200) throw new Error(`the code was answered ${answer.status} ${answer.problem.code}`)
}

/** A browser in which the password was right and the code is awaited. */
export async function challenged(house: TestHouse, { email }: Pick<Colleague, 'email'>): Promise<Browser> {
  const browser = house.browser()
  await signIn(browser, email)
  return browser
}

/** Opens a case for this person and gives its row's id and number. */
export async function openCase(house: TestHouse, person: Pick<Colleague, 'email'>, forCompany = false) {
  const answer = await (await challenged(house, person)).call('POST /api/recovery-cases', { forCompany })
  if (answer.status !== 200) throw new Error(`opening a case was answered ${answer.status} ${answer.problem.code}`)
  const { number } = answer.body as { number: string }
  return { number, id: (await house.deps.store.findCaseByNumber(number))?.id ?? '' }
}

/** Opens the page of a case with the code of the newest mail. */
export async function enterCase(house: TestHouse, number: string): Promise<Browser> {
  const page = house.browser()
  const answer = await page.call('POST /api/recovery/enter', { number, mailedCode: await newestSecret(house, 'case-code') })
  if (answer.status !== 204) throw new Error(`entering a case was answered ${answer.status} ${answer.problem.code}`)
  return page
}

let scans = 0
/** A scan as if it had been uploaded; its file is nowhere. */
export async function addScan(house: TestHouse, caseId: string) {
  const id = `doc_${++scans}`
  const sha256 = Buffer.alloc(32)
  const file = String(scans).padStart(32, '0')
  const row = {
    id,
    caseId,
    name: 'pere-mas.pdf',
    type: 'pdf' as const,
    bytes: 1,
    sha256,
    file,
    keySealed: '',
    at: house.now(),
    removedAt: null,
  }
  await house.deps.store.commit(house.deps.store.addDocument(row, 10))
  return id
}

/** A case that waits for the desk, with its page. */
export async function submittedCase(recovery: Pick<Recovery, 'house' | 'lost'>, forCompany = false) {
  const { house, lost } = recovery
  const opened = await openCase(house, lost, forCompany)
  const page = await enterCase(house, opened.number)
  await addScan(house, opened.id)
  const answer = await page.call('POST /api/recovery/case/submit')
  if (answer.status !== 204) throw new Error(`submitting was answered ${answer.status} ${answer.problem.code}`)
  return { ...opened, page, params: { caseId: opened.id } }
}

/** One of the desk holds the case and approves it. */
export async function approve(staff: Colleague, caseId: string) {
  const params = { caseId }
  const claimed = await staff.browser.call('POST /api/desk/recovery-cases/:caseId/claim', undefined, params)
  if (claimed.status !== 204) throw new Error(`claiming was answered ${claimed.status} ${claimed.problem.code}`)
  const body = { checked: everything, reason: 'All as it should be.', ...staff.proof() }
  const answer = await staff.browser.call('POST /api/desk/recovery-cases/:caseId/approve', body, params)
  if (answer.status !== 200) throw new Error(`approving was answered ${answer.status} ${answer.problem.code}`)
  return answer.body as { state: string }
}

/** A case that two have approved: nothing but time is missing. */
export async function coolingCase(recovery: Recovery) {
  const submitted = await submittedCase(recovery)
  await approve(recovery.nuria, submitted.id)
  await approve(recovery.pavel, submitted.id)
  return submitted
}

export const caseOf = async (house: TestHouse, id: string) => {
  const row = await house.deps.store.findCase(id)
  if (!row) throw new Error('no such case')
  return row
}

/** Codes that were used are as good as new, so that a test need not let time go by. */
export async function freshenCodes(house: TestHouse) {
  const { factors } = house.engine.tables
  for (const { id, activatedAt } of await rowsOf(house.engine, factors))
    if (activatedAt !== null) await alter(house.engine, factors, { lastStep: 0, failures: 0 }, eq(factors.id, id))
}
