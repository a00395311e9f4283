import { type CaseAction, type CaseState, caseActions, caseStates, type EndpointKey } from '@porta/shared'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { caseSteps } from '../domain/case-steps.ts'
import { hashToken } from '../domain/tokens.ts'
import type { RecoveryCase } from '../store/store.ts'
import type { Browser } from '../testing/browser.ts'
import { colleague } from '../testing/company.ts'
import { caseOf, everything, freshenCodes, openRecovery, type Recovery, submittedCase } from '../testing/recovery.ts'
import { alter, dump } from '../testing/rows.ts'

const actors = ['person', 'owner', 'admin', 'link', 'holder', 'first', 'desk', 'time'] as const
type Actor = (typeof actors)[number]

/** What each actor can ask of the server at all. */
const endpointsOf: Record<Actor, Partial<Record<CaseAction, EndpointKey>>> = {
  person: {
    'add-document': 'POST /api/recovery/case/documents',
    'remove-document': 'DELETE /api/recovery/case/documents/:documentId',
    submit: 'POST /api/recovery/case/submit',
    withdraw: 'POST /api/recovery/case/withdraw',
  },
  owner: { stop: 'POST /api/recovery/own/stop' },
  admin: { stop: 'POST /api/company/recovery-cases/:caseId/stop', vouch: 'POST /api/company/recovery-cases/:caseId/vouch' },
  link: { stop: 'POST /api/recovery/stop' },
  time: {},
  ...(Object.fromEntries(
    ['holder', 'first', 'desk'].map((who) => [
      who,
      {
        claim: 'POST /api/desk/recovery-cases/:caseId/claim',
        release: 'POST /api/desk/recovery-cases/:caseId/release',
        'read-document': 'GET /api/desk/recovery-cases/:caseId/documents/:documentId',
        'ask-again': 'POST /api/desk/recovery-cases/:caseId/ask-again',
        approve: 'POST /api/desk/recovery-cases/:caseId/approve',
        refuse: 'POST /api/desk/recovery-cases/:caseId/refuse',
      },
    ]),
  ) as Record<'holder' | 'first' | 'desk', Partial<Record<CaseAction, EndpointKey>>>),
}

let recovery: Recovery
let id: string
let page: Browser
let third: Awaited<ReturnType<typeof colleague>>
let documentId: string
let calls = 0

beforeAll(async () => {
  recovery = await openRecovery()
  const { house, operator } = recovery
  third = await colleague(house, { companyId: operator, name: 'Laia Roca', role: 'support', verification: true })
  ;({ id, page } = await submittedCase(recovery))
  // Being seen is written once a minute: from here on a refused act changes nothing at all.
  for (const { browser } of [recovery.lost, recovery.boss, recovery.nuria, recovery.pavel, third]) await browser.call('GET /api/me')
  documentId = (await house.deps.store.listDocuments(id))[0]?.id ?? ''
})

/** The case as it stands in a state: held where the desk looks at it, cooled where it is cooling. */
async function standIn(state: CaseState) {
  const { house, nuria, pavel } = recovery
  const now = house.now()
  const isWithDesk = state === 'review' || state === 'second-review'
  const isEnd = Object.keys(caseSteps[state]).length === 0
  const facts: Partial<RecoveryCase> = {
    state,
    submittedAt: state === 'open' ? null : now,
    expiresAt: now + 1000,
    heldById: isWithDesk ? nuria.id : null,
    heldByName: isWithDesk ? 'Núria Camps' : null,
    heldUntil: isWithDesk ? now + 1000 : null,
    firstApproverId: state === 'second-review' || state === 'cooling' ? pavel.id : null,
    secondApprovedAt: state === 'cooling' ? now : null,
    coolingEndsAt: state === 'cooling' ? now : null,
    vouchedById: null,
    endedAt: isEnd ? now : null,
  }
  const { recoveryCases, documents } = house.engine.tables
  await alter(house.engine, recoveryCases, facts, eq(recoveryCases.id, id))
  await alter(house.engine, documents, { removedAt: null }, eq(documents.id, documentId))
  await freshenCodes(house)
}

/** Tries the action; the problem code, or 'done'. */
async function attempt(actor: Actor, action: CaseAction): Promise<string> {
  const { house, lost, boss, nuria, pavel } = recovery
  const key = endpointsOf[actor][action]
  if (actor === 'time') {
    const before = await caseOf(house, id)
    await endDueCases(house.deps)
    const after = await caseOf(house, id)
    return before.state === after.state ? 'out-of-order' : 'done'
  }
  if (!key) return 'no such endpoint'
  const code = (who: typeof nuria) => who.phone?.code(house.now())
  const [method = '', path = ''] = key.split(' ')
  const url = path.replace(':caseId', id).replace(':documentId', documentId)
  const staff = { holder: nuria, first: pavel, desk: third }
  if (actor === 'person') {
    const upload = action === 'add-document' ? { 'content-type': 'application/octet-stream' } : {}
    const answer = await page.send(
      method,
      action === 'add-document' ? `${url}?name=x` : url,
      action === 'add-document' ? 'x' : undefined,
      upload,
    )
    return answer.status < 300 ? 'done' : answer.problem.code
  }
  if (actor === 'link') {
    const token = String(++calls).padStart(43, 'A')
    const link = { id: `lin_${calls}`, tokenHash: hashToken(token), contactId: boss.id, purpose: 'case-stop' as const, email: null }
    const times = { caseId: id, createdAt: house.now(), expiresAt: house.now() + 1000, usedAt: null }
    await house.deps.store.commit(house.deps.store.addStopLink({ ...link, ...times }))
    const before = await untouched()
    const answer = await house.browser({}, `203.0.113.${calls}`).send(method, url, { token })
    if (answer.status >= 300) expect(await untouched()).toBe(before)
    return answer.status < 300 ? 'done' : answer.problem.code
  }
  const who = actor === 'owner' ? lost : actor === 'admin' ? boss : staff[actor]
  const bodies: Partial<Record<CaseAction, object>> = {
    stop: { code: code(who) },
    vouch: { code: code(who) },
    'ask-again': { message: 'x' },
    approve: { checked: everything, reason: 'x', code: code(who) },
    refuse: { reason: 'x', code: code(who) },
  }
  const answer = await who.browser.send(method, url, bodies[action])
  return answer.status < 300 ? 'done' : answer.problem.code
}

/** The whole database but for what counts tries. */
const untouched = async () =>
  (await dump(recovery.house.engine))
    .split('\n')
    .filter((line) => !/^\{"key":|"purpose":"case-stop"/.test(line))
    .join('\n')

const roleOf = (state: CaseState, action: CaseAction, actor: Actor) => {
  const by: readonly string[] = caseSteps[state][action]?.by ?? []
  const isOfTheDesk = actor === 'holder' || actor === 'first' || actor === 'desk'
  if (!isOfTheDesk) return by.includes(actor)
  // Here somebody holds it, so that nobody claims it.
  return action !== 'claim' && (by.includes('desk') || (actor === 'holder' && by.includes('holder')))
}

// The cooling-off last: when time completes it, the account is another.
const walked = [...caseStates.filter((state) => state !== 'cooling'), 'cooling'] as const
const refusals = /^(out-of-order|not-held|another-person-needed|link-over|not-found)$/

describe.each(walked)('over HTTP, a case in state "%s"', (state) => {
  test.each(actors)('%s does what the table lists, and all else is refused and changes nothing', async (actor) => {
    const actions = actor === 'time' ? (['complete', 'expire'] as const) : caseActions.filter((action) => endpointsOf[actor][action])
    for (const action of actions) {
      await standIn(state)
      const isTimes = actor === 'time' && action === 'expire'
      const before = await untouched()
      const answer = await attempt(actor, action)
      if (actor === 'time' ? state === 'cooling' && !isTimes : roleOf(state, action, actor)) {
        // The file itself is nowhere, and what is sent is no scan: that is said only after the table has let it pass.
        if (action === 'read-document') expect([action, answer]).toEqual([action, 'unavailable'])
        else if (action === 'add-document') expect([action, answer]).toEqual([action, 'document-refused'])
        else {
          expect([action, answer]).toEqual([action, 'done'])
          expect([action, (await caseOf(recovery.house, id)).state]).toEqual([action, caseSteps[state][action]?.to])
        }
        if (actor === 'time') return
      } else {
        expect([action, answer]).toEqual([action, expect.stringMatching(refusals)])
        expect(await untouched()).toBe(before)
      }
    }
  })
})
