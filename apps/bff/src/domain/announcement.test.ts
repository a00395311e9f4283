import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { colleague, openCompany } from '../testing/company.ts'
import { lettersOf, settled } from '../testing/letters.ts'
import { visit } from '../testing/mail-server.ts'
import { alter, rowsOf } from '../testing/rows.ts'
import { announce, continueAnnouncements } from './announcement.ts'
import { sweep } from './sweep.ts'

const people = 1234
const day = 86_400_000

/** A company of many without verification, and its admin. */
async function largeCompany() {
  const { house, boss, member } = await openCompany()
  const { store } = house.deps
  const one = await store.findContact(member.id)
  if (!one) throw new Error('nobody')
  const others = Array.from({ length: people - 1 }, (_, n) => ({ ...one, id: `con_${n}`, login: `n${n}@soler.example` }))
  await store.commit(others.map((row) => store.addContact(row)))
  const told = async (kind: 'rule-set' | 'rule-lifted' | 'rule-reminder') => (await lettersOf(house, kind)).map(({ address }) => address)
  const underWay = () => rowsOf(house.engine, house.engine.tables.announcements)
  const mailed: number[] = []
  const { commit } = store
  store.commit = (...writes) => {
    mailed.push(writes.flat().filter(({ values }) => 'letter' in values && 'attempts' in values).length)
    return commit(...writes)
  }
  return { house, boss, companyId: one.companyId, told, underWay, mailed }
}
const allOf = (addresses: string[]) => {
  expect(addresses).toHaveLength(people)
  expect(new Set(addresses).size).toBe(people)
}
const ruleSet = (from: number) => ({ kind: 'rule-set' as const, by: 'Montserrat', from })

test('a rule for a large company is told to each person once, in commits that hold nobody up', async () => {
  const { house, boss, told, underWay, mailed } = await largeCompany()
  expect((await boss.browser.call('POST /api/company/rule', { from: house.now() + 10 * day, ...boss.proof() })).status).toBe(204)
  while ((await underWay()).length > 0) await new Promise((done) => setImmediate(done))
  allOf(await told('rule-set'))
  expect(Math.max(...mailed)).toBe(house.deps.config.rules.announcement.atOnce)
  house.wait(9 * day + 1000)
  await Promise.all([sweep(house.deps), sweep(house.deps)])
  await sweep(house.deps)
  allOf(await told('rule-reminder'))
  expect(Math.max(...mailed)).toBe(house.deps.config.rules.announcement.atOnce)
})

test('a mail that is written after a rule for a large company does not wait behind its letters', async () => {
  const { house, boss, companyId } = await largeCompany()
  const { commit } = house.deps.store
  await house.mails()
  await commit(await announce(house.deps, companyId, ruleSet(house.now()), visit, house.now()))
  await continueAnnouncements(house.deps)
  expect(await house.mails()).toHaveLength(house.deps.config.rules.announcement.atOnce)
  await house.browser().call('POST /api/password/forgot', { email: boss.email })
  await settled()
  expect((await house.mails()).map(({ address }) => address)).toEqual([boss.email])
  house.wait(3_600_000)
  expect(await house.mails()).toHaveLength(people - house.deps.config.rules.announcement.atOnce)
})

test('what a restart cuts off is gone on with, by however many at once', async () => {
  const { house, companyId, told, underWay } = await largeCompany()
  const { commit } = house.deps.store
  await commit(await announce(house.deps, companyId, ruleSet(house.now()), visit, house.now()))
  expect(await told('rule-set')).toHaveLength(house.deps.config.rules.announcement.atOnce)
  house.wait(day)
  await Promise.all([continueAnnouncements(house.deps), continueAnnouncements(house.deps), sweep(house.deps)])
  allOf(await told('rule-set'))
  const mails = (await rowsOf(house.engine, house.engine.tables.mails)).filter(({ letter }) => letter.kind === 'rule-set')
  expect(new Set(mails.map(({ facts }) => JSON.stringify([facts.at, facts.client]))).size).toBe(1)
  expect(await underWay()).toEqual([])
})

test('a rule that is lifted meanwhile is told to nobody more', async () => {
  const { house, companyId, told } = await largeCompany()
  const { commit } = house.deps.store
  await commit(await announce(house.deps, companyId, ruleSet(house.now()), visit, house.now()))
  await commit(await announce(house.deps, companyId, { kind: 'rule-lifted', by: 'Montserrat' }, visit, house.now()))
  await continueAnnouncements(house.deps)
  expect(await told('rule-set')).toHaveLength(house.deps.config.rules.announcement.atOnce)
  allOf(await told('rule-lifted'))
})

test('whoever has switched on, left or been deactivated before their turn is not told', async () => {
  const { house, companyId, told } = await largeCompany()
  const { contacts } = house.engine.tables
  const { commit } = house.deps.store
  await commit(await announce(house.deps, companyId, ruleSet(house.now()), visit, house.now()))
  const first = new Set(await told('rule-set'))
  const [gone, ...late] = (await rowsOf(house.engine, contacts)).filter(({ login, role }) => role === 'member' && !first.has(login))
  await alter(house.engine, contacts, { active: false }, eq(contacts.id, gone?.id ?? ''))
  await colleague(house, { name: 'Joined later', login: 'later@soler.example', verification: true })
  await continueAnnouncements(house.deps)
  const all = await told('rule-set')
  expect(all).toHaveLength(first.size + late.length)
  expect(all).not.toContain(gone?.login)
  expect(all).not.toContain('later@soler.example')
})
