import { addCompany } from '../domain/people.ts'
import type { Browser } from './browser.ts'
import { signIn, turnOn } from './flows.ts'
import { openTestHouse, password, type TestHouse } from './house.ts'
import type { Phone } from './phone.ts'

/** A person of a company with a browser where they are signed in. */
export type Colleague = {
  id: string
  email: string
  browser: Browser
  phone: Phone | undefined
  recoveryCodes: string[]
  /** A fresh proof: time moves on by a step, so that the code is unused; the password where verification is off. */
  proof: () => { code?: string; password?: string }
}

type Facts = NonNullable<Parameters<TestHouse['person']>[0]> & { verification?: boolean }

/** Adds a person, signs them in and, where asked, switches verification on. */
export async function colleague(house: TestHouse, { verification = false, ...facts }: Facts = {}): Promise<Colleague> {
  const email = await house.person(facts)
  const browser = house.browser()
  await signIn(browser, email)
  const on = verification ? await turnOn(house, browser) : undefined
  const id = (await house.deps.store.findContactByLogin(email))?.id ?? ''
  const proof = () => {
    if (!on) return { password }
    house.wait(30_000)
    return { code: on.phone.code(house.now()) }
  }
  return { id, email, browser, phone: on?.phone, recoveryCodes: on?.recoveryCodes ?? [], proof }
}

/** A company with a main account and a member; `verification` is that of the main account. */
export async function openCompany({ verification = true, env = {} }: { verification?: boolean; env?: Record<string, string> } = {}) {
  const house = await openTestHouse(env)
  const boss = await colleague(house, { name: 'Montserrat Soler', role: 'admin', main: true, verification })
  const member = await colleague(house, { name: 'Aina Ferrer', phone: '+34972000113' })
  await house.mails()
  return { house, boss, member }
}

/** An admin of another company. */
export async function stranger(house: TestHouse) {
  const companyId = await addCompany(house.deps, { name: 'Elsewhere, SL', operator: false })
  return colleague(house, { companyId, name: 'Eva Else', login: 'eva@else.example', role: 'admin', main: true, verification: true })
}
