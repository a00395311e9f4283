import type { Browser } from './browser.ts'
import { password, type TestHouse } from './house.ts'
import { type Phone, phone } from './phone.ts'

/** Signs in with the password of the test house and fails loudly when that is not all it takes. */
export async function signIn(browser: Browser, email: string) {
  const answer = await browser.call('POST /api/sign-in/password', { email, password })
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status} ${answer.problem.code}`)
  return (answer.body as { next: string }).next
}

/** Switches verification on for the person signed in here; time moves on by a step, so that the next code is fresh. */
export async function turnOn(house: TestHouse, browser: Browser): Promise<{ phone: Phone; recoveryCodes: string[]; enrolmentId: string }> {
  const started = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
  const mine = phone(started.uri)
  const confirmed = await browser.call('POST /api/two-factor/enrolment/confirm', {
    enrolmentId: started.enrolmentId,
    code: mine.code(house.now()),
  })
  if (confirmed.status !== 200) throw new Error(`ON answered ${confirmed.status} ${confirmed.problem.code}`)
  house.wait(30_000)
  return { phone: mine, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes, enrolmentId: started.enrolmentId }
}

/** A person with verification on, signed in by a code in a browser of their own; time stands at a fresh step. */
export async function personWithVerification(house: TestHouse, rememberDevice = false, facts: Parameters<TestHouse['person']>[0] = {}) {
  const email = await house.person(facts)
  const browser = house.browser()
  await signIn(browser, email)
  const on = await turnOn(house, browser)
  await browser.call('POST /api/sign-out', {})
  await signIn(browser, email)
  const answer = await browser.call('POST /api/sign-in/code', { code: on.phone.code(house.now()), rememberDevice })
  if (answer.status !== 200) throw new Error(`the code was answered ${answer.status} ${answer.problem.code}`)
  house.wait(30_000)
  return { email, browser, ...on }
}

/** A person of the demo, for tests of a server of its own. */
export const demo = { email: 'aina@soler.example', password: 'porta-demo-2026' }

/** Switches verification on at a server whose clock is the real one. */
export async function turnOnNow(browser: Browser): Promise<Phone> {
  const started = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
  const mine = phone(started.uri)
  const code = mine.code(Date.now())
  const confirmed = await browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId: started.enrolmentId, code })
  if (confirmed.status !== 200) throw new Error(`ON answered ${confirmed.status} ${confirmed.problem.code}`)
  return mine
}
