import { beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../domain/problem.ts'
import { migrationsFolder } from '../house.ts'
import { dump, rowsOf } from '../testing/rows.ts'
import type { Engine, Write } from './engine.ts'
import { openSqlite } from './sqlite.ts'
import { type Challenge, type Contact, createStore, type Factor, type Mail, type Session, type Store, type TrustedDevice } from './store.ts'

const client = { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }
const now = 1_800_000_000_000
const bytes = (text: string) => Buffer.from(text)
const limits = { free: 5, firstMs: 30_000, most: 10, recentMs: 1_000_000 }
const fifty = <T>(ask: (n: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 50 }, (_, n) => ask(n)))
const won = (answers: PromiseSettledResult<unknown>[]) => answers.filter(({ status }) => status === 'fulfilled').length

const contact: Contact = {
  id: 'con_1',
  companyId: 'com_1',
  kind: 'person',
  login: 'person@soler.example',
  name: 'Person',
  phone: '',
  language: 'ca',
  role: 'member',
  main: false,
  active: true,
  passwordSealed: 'sealed',
  factorId: null,
  trustPausedAt: null,
  mustEnrolSince: null,
  sortName: 'person',
  leftAt: null,
  careUntil: null,
  createdAt: now,
  lastSignInAt: null,
}
const factor: Factor = {
  id: 'fac_1',
  contactId: 'con_1',
  type: 'totp',
  secretSealed: 'sealed',
  lastStep: -1,
  lastCodeAt: null,
  failures: 0,
  blockedUntil: 0,
  recentFailures: 0,
  recentEndsAt: 0,
  resetRequiredAt: null,
  checkedUpAt: null,
  seenByName: null,
  toldStep: null,
  createdAt: now,
  expiresAt: now + 600_000,
  activatedAt: null,
  retiredAt: null,
  copiesUntil: 0,
}
const challenge: Challenge = {
  id: 'cha_1',
  tokenHash: bytes('challenge'),
  contactId: 'con_1',
  client,
  address: '203.0.113.5',
  attemptsLeft: 5,
  createdAt: now,
  expiresAt: now + 300_000,
  closedAt: null,
  outcome: null,
  browserId: null,
  lineage: '',
  warnAt: null,
  halfAt: null,
  answeredAt: null,
}
const session: Session = {
  id: 'ses_1',
  tokenHash: bytes('session'),
  contactId: 'con_1',
  assurance: 'code',
  client,
  signedInAt: now,
  previousSignInAt: null,
  lastSeenAt: now,
  idleMs: 1000,
  expiresAt: now + 10_000,
}
const device: TrustedDevice = {
  id: 'dev_1',
  contactId: 'con_1',
  selector: 'selector',
  verifierHash: bytes('v1'),
  previousHash: null,
  rotatedAt: now,
  client,
  createdAt: now,
  lastSeenAt: now,
  expiresAt: now + 1000,
}
const mail: Mail = {
  id: 'mai_1',
  contactId: 'con_1',
  address: 'person@soler.example',
  language: 'ca',
  letter: { kind: 'key-shown' },
  facts: { name: 'Person', login: 'person@soler.example', at: now, client },
  secretSealed: null,
  expiresAt: null,
  state: 'queued',
  attempts: 0,
  nextAt: now,
  createdAt: now,
  sentAt: null,
  lastError: null,
}

let engine: Engine
let store: Store
beforeEach(async () => {
  engine = openSqlite(':memory:', migrationsFolder)
  store = createStore(engine)
  await store.commit(
    store.addCompany({ id: 'com_1', name: 'Soler', operator: false, ruleFrom: null, ruleReminded: null, createdAt: now }),
    store.addContact(contact),
  )
})

describe('of fifty at once', () => {
  test('one uses a step of a factor', async () => {
    await store.commit(store.addPendingFactor(factor))
    const answers = await fifty(() => store.commit(store.useStep('fac_1', 7, now)))
    expect(won(answers)).toBe(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'code-used' })
    await expect(store.commit(store.useStep('fac_1', 6, now))).rejects.toThrow('code-used')
  })

  test('one confirms a pending factor, one contact points to one factor', async () => {
    await store.commit(store.addPendingFactor(factor))
    const answers = await fifty(() => store.commit(store.activateFactor('fac_1', now, 0), store.pointToFactor('con_1', 'fac_1')))
    expect(won(answers)).toBe(1)
    expect((await store.findContact('con_1'))?.factorId).toBe('fac_1')
  })

  test('one switches off', async () => {
    await store.commit(store.addPendingFactor(factor), store.activateFactor('fac_1', now, 0), store.pointToFactor('con_1', 'fac_1'))
    const answers = await fifty(() => store.commit(store.pointToNoFactor('con_1', 'fac_1'), store.retireFactor('fac_1', now)))
    expect(won(answers)).toBe(1)
    expect((await store.findFactor('fac_1'))?.retiredAt).toBe(now)
    expect(await store.takeCodeAttempt('fac_1', now, limits)).toBeUndefined()
  })

  test('five spend the attempts of a challenge, one completes it', async () => {
    await store.commit(store.openChallenge(challenge, { perAddress: 50, perContact: 50 }))
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeChallengeAttempt(challenge.tokenHash, now, now)))
    expect(taken.filter(Boolean).map((row) => row?.attemptsLeft)).toEqual([4, 3, 2, 1, 0])
    expect(won(await fifty(() => store.commit(store.completeChallenge(challenge, now))))).toBe(1)
  })

  test('five charge a factor before it is closed', async () => {
    await store.commit(store.addPendingFactor(factor))
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeCodeAttempt('fac_1', now, limits)))
    expect(taken.filter(Boolean).map((row) => row?.failures)).toEqual([1, 2, 3, 4, 5])
    expect(await store.takeCodeAttempt('fac_1', now + 29_999, limits)).toBeUndefined()
    expect(await store.takeCodeAttempt('fac_1', now + 30_000, limits)).toMatchObject({ failures: 6 })
  })

  test('one uses a recovery code', async () => {
    const row = { id: 'rec_1', contactId: 'con_1', codeHash: bytes('code'), createdAt: now, usedAt: null }
    await store.commit(store.replaceRecoveryCodes('con_1', [row]))
    expect(won(await fifty(() => store.commit(store.useRecoveryCode('con_1', bytes('code'), now))))).toBe(1)
    expect(await store.countRecoveryCodes('con_1')).toBe(0)
  })

  test('one gives a device its next token, one forgets it, one ends a session', async () => {
    await store.commit(store.rememberDevice(device, 10), store.openSession(session, 10))
    const rotated = await fifty((n) => store.commit(store.rotateDevice(device, bytes('v1'), bytes(`v2 ${n}`), now)))
    expect(won(rotated)).toBe(1)
    expect(won(await fifty(() => store.commit(store.forgetDevice('dev_1', 'con_1', 'not-found'))))).toBe(1)
    expect(won(await fifty(() => store.commit(store.endSession('ses_1', 'con_1'))))).toBe(1)
  })

  test('each mail goes to one courier', async () => {
    for (let n = 0; n < 20; n++) await store.commit(store.queueMail({ ...mail, id: `mai_${n}` }))
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeDueMail(now, now + 1000)))
    const ids = taken.filter(Boolean).map((row) => row?.id)
    expect(new Set(ids).size).toBe(20)
    expect(ids).toHaveLength(20)
    expect(await store.takeDueMail(now + 999, now + 2000)).toBeUndefined()
    expect(await store.takeDueMail(now + 1000, now + 2000)).toMatchObject({ attempts: 2 })
  })

  test('as many take an allowance as it has, and a new window starts anew', async () => {
    const rule = { limit: 7, windowMs: 1000 }
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeAllowance('key', rule, now)))
    expect(taken.filter(Boolean)).toHaveLength(7)
    expect(await store.allowanceEndsAt('key', now)).toBe(now + 1000)
    expect(await store.takeAllowance('other', rule, now)).toBe(true)
    expect(await store.takeAllowance('key', rule, now + 999)).toBe(false)
    await store.commit(store.giveBackAllowance('key'))
    expect(await store.takeAllowance('key', rule, now + 999)).toBe(true)
    expect(await store.takeAllowance('key', rule, now + 999)).toBe(false)
    const next = await Promise.all(Array.from({ length: 50 }, () => store.takeAllowance('key', rule, now + 1000)))
    expect(next.filter(Boolean)).toHaveLength(7)
    await store.commit(store.clearAllowance('key'))
    for (let n = 0; n < 3; n++) await store.commit(store.giveBackAllowance('key'), store.giveBackAllowance('other'))
    expect((await rowsOf(engine, engine.tables.allowances)).map(({ key, used }) => [key, used])).toEqual([['other', 0]])
  })
})

describe('a commit', () => {
  const impossible: Write = { ...createStoreWrite(), rows: 1, orElse: 'code-used' }
  function createStoreWrite(): Write {
    return { change: (db) => db.delete(engine.tables.sessions), values: {} }
  }

  test('is all or nothing: a guarded write that finds nothing takes the whole back, wherever it stands', async () => {
    const before = await dump(engine)
    const good = () => [store.queueMail(mail), store.changeLanguage('con_1', 'cs')]
    for (const writes of [
      [...good(), impossible],
      [impossible, ...good()],
    ]) {
      await expect(store.commit(writes)).rejects.toEqual(new Problem('code-used'))
      expect(await dump(engine)).toBe(before)
    }
    await store.commit(good())
    expect(await dump(engine)).not.toBe(before)
  })

  test('is all or nothing also when the database refuses a row', async () => {
    const before = await dump(engine)
    await expect(store.commit(store.changeLanguage('con_1', 'cs'), store.addContact(contact))).rejects.toThrow()
    await expect(store.commit(store.openSession({ ...session, contactId: 'con_none' }, 10))).rejects.toThrow()
    expect(await dump(engine)).toBe(before)
  })

  test('that fails takes nothing with it of those asked for in the same turn', async () => {
    const [a, b, c, d] = await Promise.allSettled([
      store.commit(store.queueMail(mail)),
      store.commit(store.changeLanguage('con_1', 'cs'), impossible),
      store.commit(store.queueMail(mail)),
      store.takeAllowance('key', { limit: 1, windowMs: 1 }, now),
    ])
    expect([a?.status, b?.status, c?.status, d?.status]).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await rowsOf(engine, engine.tables.mails)).toHaveLength(1)
    expect((await store.findContact('con_1'))?.language).toBe('ca')
  })
})

describe('a sign-in is recorded only while the person is what the rule saw', () => {
  test.each([
    ['another password', { passwordSealed: 'older' }],
    ['another factor', { factorId: 'fac_2' }],
    ['another contact', { id: 'con_2' }],
  ])('%s refuses it', async (_, seen) => {
    await expect(store.commit(store.recordSignIn({ ...contact, ...seen }, now))).rejects.toThrow('sign-in-refused')
  })
  test('and is recorded then', async () => {
    await store.commit(store.recordSignIn(contact, now))
    expect((await store.findContact('con_1'))?.lastSignInAt).toBe(now)
  })
})

describe('what is over is not found', () => {
  test('a session past its end, past its rest, or of another token', async () => {
    await store.commit(store.openSession(session, 10))
    expect(await store.findSignedIn(session.tokenHash, now + 999)).toMatchObject({ contact: { id: 'con_1' }, company: { name: 'Soler' } })
    expect(await store.findSignedIn(session.tokenHash, now + 1000)).toBeUndefined()
    expect(await store.findSignedIn(bytes('other'), now)).toBeUndefined()
    await store.commit(store.markSeen('ses_1', now + 9500))
    expect(await store.findSignedIn(session.tokenHash, now + 9999)).toBeDefined()
    expect(await store.findSignedIn(session.tokenHash, now + 10_000)).toBeUndefined()
  })

  test('a pending factor past its ten minutes cannot be confirmed, and gives way to a newer one', async () => {
    await store.commit(store.addPendingFactor(factor))
    await expect(store.commit(store.activateFactor('fac_1', now + 600_000, 0))).rejects.toThrow('enrolment-over')
    await store.commit(store.addPendingFactor({ ...factor, id: 'fac_2' }))
    expect(await store.findFactor('fac_1')).toBeUndefined()
    expect(await store.findPendingFactor('con_1', now + 599_999)).toMatchObject({ id: 'fac_2' })
    expect(await store.findPendingFactor('con_1', now + 600_000)).toBeUndefined()
  })

  test('a retired factor is kept for a while, then swept away with its secret', async () => {
    await store.commit(store.addPendingFactor(factor), store.activateFactor('fac_1', now, 0), store.retireFactor('fac_1', now))
    await store.commit(store.removeDeadFactors(now + 1000, now - 1))
    expect(await store.findFactor('fac_1')).toBeDefined()
    await store.commit(store.removeDeadFactors(now + 1000, now))
    expect(await store.findFactor('fac_1')).toBeUndefined()
  })
})
