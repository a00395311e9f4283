import { beforeEach, describe, expect, test } from 'vitest'
import { openTestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'
import type { Engine } from './engine.ts'
import type { Link, Store } from './store.ts'

const now = 1_800_000_000_000
const link: Link = {
  id: 'lin_1',
  tokenHash: Buffer.from('token'),
  contactId: '',
  purpose: 'password-reset',
  email: null,
  caseId: null,
  createdAt: now,
  expiresAt: now + 1000,
  usedAt: null,
}

let store: Store
let engine: Engine
let mine: Link
let theirs: Link
beforeEach(async () => {
  const house = await openTestHouse()
  ;({ engine } = house)
  ;({ store } = house.deps)
  const ids = []
  for (let n = 0; n < 2; n++) ids.push((await store.findContactByLogin(await house.person()))?.id ?? '')
  mine = { ...link, contactId: ids[0] ?? '' }
  theirs = { ...link, id: 'lin_2', tokenHash: Buffer.from('other'), contactId: ids[1] ?? '' }
})
const left = async () => (await rowsOf(engine, engine.tables.links)).map(({ id }) => id)

describe('a link', () => {
  test('is found by its token and purpose until it ends, and is used by one of fifty', async () => {
    await store.commit(store.addLink(mine, 1))
    expect(await store.findLink('password-reset', mine.tokenHash, now + 999)).toMatchObject({ id: 'lin_1' })
    expect(await store.findLink('password-reset', mine.tokenHash, now + 1000)).toBeUndefined()
    expect(await store.findLink('not-me', mine.tokenHash, now)).toBeUndefined()
    expect(await store.findLink('password-reset', theirs.tokenHash, now)).toBeUndefined()
    await expect(store.commit(store.useLink('lin_1', now + 1000))).rejects.toThrow('link-over')
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => store.commit(store.useLink('lin_1', now))))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.findLink('password-reset', mine.tokenHash, now)).toBeUndefined()
    expect(await store.findNewestLink(mine.contactId, 'password-reset', now)).toBeUndefined()
  })

  test('stays among the newest of its person and purpose, and the one that is added always does', async () => {
    const add = (n: number, at: number) =>
      store.commit(store.addLink({ ...mine, id: `lin_n${n}`, tokenHash: Buffer.from(`${n}`), createdAt: at }, 2))
    await store.commit(store.addLink(theirs, 2), store.addLink({ ...mine, purpose: 'not-me' }, 2))
    for (let n = 0; n < 4; n++) await add(n, now + n)
    expect((await left()).sort()).toEqual(['lin_1', 'lin_2', 'lin_n2', 'lin_n3'])
    for (let n = 4; n < 9; n++) {
      await add(n, now)
      expect(await left()).toContain(`lin_n${n}`)
      expect((await left()).filter((id) => id.startsWith('lin_n'))).toHaveLength(2)
    }
    expect((await store.findNewestLink(mine.contactId, 'password-reset', now))?.id).toBe('lin_n3')
  })

  test('goes with its purpose, or of age', async () => {
    await store.commit(store.addLink(mine, 2), store.addLink(theirs, 2))
    await store.commit(store.removeLinks(mine.contactId, 'not-me'))
    expect(await left()).toEqual(['lin_1', 'lin_2'])
    await store.commit(store.removeLinks(mine.contactId, 'password-reset'))
    expect(await left()).toEqual(['lin_2'])
    await store.commit(store.removeDeadLinks(now + 999))
    expect(await left()).toEqual(['lin_2'])
    await store.commit(store.removeDeadLinks(now + 1000))
    expect(await left()).toEqual([])
  })
})
