import type { endpoints, ReplyOf } from '@porta/shared'
import type { Colleague } from './company.ts'
import { openCompany } from './company.ts'
import { openOperator } from './desk.ts'

/** What a customer asks for. */
export const content = {
  subject: 'Un registre MX nou',
  service: 'soler.example',
  text: 'Poseu mail.soler.example amb prioritat 10.\n\nGràcies.',
}

export type Shown = ReplyOf<(typeof endpoints)['GET /api/requests/:requestId']>
export type ShownToDesk = ReplyOf<(typeof endpoints)['GET /api/desk/requests/:requestId']>

/** A company with a main account and a member, and two of the desk, all signed in; `secure` has verification on, `member` has not. */
export async function openDesk() {
  const { house, boss, member } = await openCompany()
  const { join } = await openOperator(house)
  const nuria = await join('Núria Camps', { main: true })
  const pavel = await join('Pavel Novák')
  await house.mails()

  /** Sends a request as this person and gives its id. */
  const send = async (who: Colleague, facts: Partial<typeof content> = {}) => {
    const answer = await who.browser.call('POST /api/requests', { ...content, ...facts, ...who.proof() })
    if (answer.status !== 200) throw new Error(`sending answered ${answer.status} ${answer.problem.code}`)
    return (answer.body as { id: string }).id
  }
  /** A request as its customer sees it. */
  const show = async (who: Colleague, requestId: string) =>
    (await who.browser.call('GET /api/requests/:requestId', undefined, { requestId })).body as Shown
  /** A request as the desk sees it. */
  const look = async (requestId: string, who = nuria) =>
    (await who.browser.call('GET /api/desk/requests/:requestId', undefined, { requestId })).body as ShownToDesk
  /** The desk moves a request on, as it looks now; with a code where that is needed. */
  const move = async (requestId: string, state: 'in-progress' | 'done' | 'refused', more: object = {}, who = nuria) => {
    const { digest } = await look(requestId, who)
    const proof = state === 'in-progress' ? {} : who.proof()
    return who.browser.call('POST /api/desk/requests/:requestId/state', { state, digest, ...proof, ...more }, { requestId })
  }
  /** The desk looks the member up and writes a request down in their words; gives its id. */
  const draft = async (facts: Partial<typeof content> = {}, who = nuria) => {
    const call = await who.browser.call('POST /api/desk/calls', { phone: '972000113', reason: 'Wants a new record.' })
    const { id: callId, contacts } = call.body as { id: string; contacts: { contactId: string }[] }
    const contactId = contacts[0]?.contactId ?? ''
    const answer = await who.browser.call('POST /api/desk/calls/:callId/drafts', { contactId, ...content, ...facts }, { callId })
    if (answer.status !== 200) throw new Error(`drafting answered ${answer.status} ${answer.problem.code}`)
    return (answer.body as { requestId: string }).requestId
  }
  /** Time goes by (ms) while all four are seen now and then, so that they stay signed in. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 600_000) {
      for (const { browser } of [boss, member, nuria, pavel]) await browser.call('GET /api/me')
      house.wait(Math.min(left, 600_000))
    }
  }
  return { house, boss, member, nuria, pavel, pass, send, show, look, move, draft }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>
