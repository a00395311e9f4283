import type { Deps } from '../src/deps.ts'
import { signed } from '../src/domain/request-signing.ts'
import type { Request, RequestEntry, Write } from '../src/store/store.ts'
import { type Account, addPerson, furnish, password, phoneOf } from './stage.ts'

export type DeskSizes = { people: number; requests: number; open: number; staff: number; ready: number }

const minute = 60_000
/** Members of the desk who have requests of their own. */
const atWork = 12
/** A company with many requests: every twentieth is of one of its people. */
const busyCompany = 1

/** Commits what it is given, five thousand writes at a time. */
function inParts(deps: Deps) {
  let writes: Write[] = []
  const flush = async () => {
    await deps.store.commit(writes)
    writes = []
  }
  return {
    add: async (...more: Write[]) => {
      writes.push(...more)
      if (writes.length >= 5000) await flush()
    },
    flush,
  }
}

/** So many people with phone numbers (those of the desk come after them), their requests in all states (`open` of them open), an admin of a busy company, and a desk with its sessions. */
export async function furnishDesk({ people, requests, open, staff, ready }: DeskSizes) {
  const house = await furnish(people, ready)
  const { deps } = house
  const parts = inParts(deps)
  const now = deps.clock.now()
  for (let r = 0; r < requests; r++) {
    const request = requestOf(deps, r, { people, requests, open }, now)
    await parts.add(deps.store.addRequest(request), ...entriesOf(request).map(deps.store.addRequestEntry))
  }
  const phc = await deps.passwords.hash(password)
  const writes: Write[] = [
    deps.store.addCompany({ id: 'com_desk', name: 'Porta', operator: true, ruleFrom: null, ruleReminded: null, createdAt: 0 }),
  ]
  const ofDesk = { companyId: 'com_desk', role: 'support' as const, phone: '' }
  const desk = Array.from({ length: staff }, (_, n) => addPerson(deps, people + n, phc, true, true, writes, ofDesk) as Account)
  const itsAdmin = { companyId: `com_${busyCompany}`, role: 'admin' as const }
  const admin = addPerson(deps, people + staff, phc, true, true, writes, itsAdmin) as Account
  await parts.add(...writes)
  await parts.flush()
  const staffIds = desk.map((_, n) => `con_${people + n}`)
  return {
    ...house,
    desk,
    staffIds,
    admin,
    someRequest: idOf(requests - 2),
    someNumber: numberOf(requests - 2),
    nobodysPhone: phoneOf(people + 77),
  }
}

const idOf = (r: number) => `req_${r}`
/** Nine digits, of each request others. */
const numberOf = (r: number) => String((r * 7919 + 104_729) % 1_000_000_000).padStart(9, '0')

const closedStates = ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'refused', 'withdrawn', 'lapsed'] as const

/** The newest are open: six of ten sent, three in progress, one to be signed. The others have been closed in the last two years. */
function requestOf(deps: Deps, r: number, sizes: Pick<DeskSizes, 'people' | 'requests' | 'open'>, now: number): Request {
  const isOpen = r >= sizes.requests - sizes.open
  const state = isOpen ? (r % 10 < 6 ? 'sent' : r % 10 < 9 ? 'in-progress' : 'to-sign') : (closedStates[r % 10] ?? 'done')
  const n = r % 20 === 0 ? 10 * busyCompany + ((r / 20) % 10) : (r * 7919) % sizes.people
  const company = { id: `com_${Math.floor(n / 10)}`, name: `Company ${Math.floor(n / 10)}` }
  const login = `person${n}@bench.example`
  const contact = { id: `con_${n}`, companyId: company.id, kind: 'person' as const, name: `Person ${n}`, login, language: 'ca' as const }
  const createdAt = now - (sizes.requests - r) * 10 * minute
  const isDraft = state === 'to-sign' || state === 'lapsed'
  const draft = {
    id: idOf(r),
    number: numberOf(r),
    source: isDraft ? ('call' as const) : ('web' as const),
    subject: 'A second address for the mail server',
    service: 'mail.example.cat',
    text: 'Please let mail.example.cat listen at 203.0.113.25 as well, from Monday on.\nThe first address stays as it is.',
  }
  const signing = { assurance: null, signedAt: null, statement: null, signature: null, keyId: null }
  const isTaken = state !== 'to-sign' && state !== 'lapsed' && (state !== 'sent' || r % 3 > 0)
  return {
    ...draft,
    companyId: company.id,
    contactId: contact.id,
    state,
    ...(isDraft ? signing : signed(deps, { contact, company }, draft, n % 2 === 1 ? 'code' : 'password', createdAt)),
    draftedById: isDraft ? `con_${sizes.people}` : null,
    callId: isDraft ? `cal_${r}` : null,
    expiresAt: isDraft ? createdAt + (isOpen ? 400 * 1440 * minute : 30 * minute) : null,
    assignedToId: isTaken ? `con_${sizes.people + (r % atWork)}` : null,
    createdAt,
    changedAt: isOpen ? createdAt : createdAt + ((r * 104_729) % 5000) * minute,
  }
}

/** What happened to it: one to four lines. */
function entriesOf({ id, state, contactId, assignedToId, assurance, createdAt, changedAt }: Request): RequestEntry[] {
  const isDraft = state === 'to-sign' || state === 'lapsed'
  const kinds: RequestEntry['kind'][] = isDraft ? ['drafted'] : ['signed', 'message']
  if (state === 'in-progress' || state === 'done') kinds.push('in-progress')
  if (state !== 'to-sign' && state !== 'sent' && state !== 'in-progress') kinds.push(state)
  return kinds.map((kind, n) => {
    const fromDesk = kind !== 'signed' && kind !== 'withdrawn' && kind !== 'lapsed'
    return {
      id: `ren_${id}_${n}`,
      requestId: id,
      at: n === 0 ? createdAt : changedAt,
      kind,
      byId: fromDesk ? (assignedToId ?? 'con_desk') : contactId,
      byName: 'Person',
      fromDesk,
      text: kind === 'message' ? 'From which day on do you need it, and may the old one go?' : '',
      assurance: fromDesk ? null : assurance,
    }
  })
}
