import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { tell } from '../domain/activity.ts'
import { sweep } from '../domain/sweep.ts'
import { openTestHouse, startOfTime, type TestHouse } from '../testing/house.ts'
import { caught, visit, withLetter } from '../testing/mail-server.ts'
import { alter, dump } from '../testing/rows.ts'
import { runCourier } from './courier.ts'
import type { Transport } from './transport.ts'

const minute = 60_000
const failing: Transport = { deliver: () => Promise.reject(new Error('421 try later')), close: () => undefined }

describe('the courier', () => {
  test('delivers a letter once', async () => {
    const { house, email, row, deliver } = await withLetter()
    const transport = caught()
    expect(await deliver(transport)).toBe(true)
    expect(await deliver(transport)).toBe(false)
    house.wait(365 * 24 * 60 * minute)
    expect(await deliver(transport)).toBe(false)
    expect(transport.mails.map(({ address, id }) => [address, id])).toEqual([[email, (await row()).id]])
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  })

  test('comes again after 1, 5, 15 and 60 minutes and then every three hours for a day; then the letter is dead', async () => {
    const { house, row, deliver } = await withLetter()
    const waits = []
    while ((await row()).state === 'queued') {
      expect(await deliver(failing)).toBe(true)
      const { state, nextAt, lastError } = await row()
      expect(lastError).toContain('421 try later')
      if (state === 'dead') break
      waits.push((nextAt - house.now()) / minute)
      house.wait(nextAt - house.now() - 1)
      expect(await deliver(failing)).toBe(false)
      house.wait(1)
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 180, 180, 180, 180, 180, 180])
    house.wait(365 * 24 * 60 * minute)
    expect(await deliver(caught())).toBe(false)
    expect(house.logged.at(-1)).toMatchObject({ level: 'warn', facts: { dead: true, attempts: 12 } })
  })

  test('that died with a letter in hand leaves it to the next one after five minutes, under the same Message-ID', async () => {
    const { house, row, deliver } = await withLetter()
    const first = caught()
    const dying: Transport = {
      ...first,
      deliver: async (mail) => {
        await first.deliver(mail)
        await new Promise(() => undefined)
      },
    }
    void deliver(dying)
    await expect.poll(() => first.mails.length).toBe(1)
    const second = caught()
    house.wait(5 * minute - 1)
    expect(await deliver(second)).toBe(false)
    house.wait(1)
    expect(await deliver(second)).toBe(true)
    expect(second.mails[0]?.id).toBe(first.mails[0]?.id)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('goes on with the others when one letter cannot be delivered or not even be written', async () => {
    const { house, deliver, row } = await withLetter()
    const { mails } = house.engine.tables
    await alter(house.engine, mails, { letter: { kind: 'unknown' } as never }, eq(mails.id, (await row()).id))
    const other = await house.person()
    const contact = await house.deps.store.findContactByLogin(other)
    if (contact) await house.deps.store.commit(tell(house.deps, contact, { kind: 'key-shown' }, visit, house.now() + 1))
    house.wait(1)
    const transport = caught()
    while (await deliver(transport));
    expect(transport.mails.map(({ address }) => address)).toEqual([other])
  })

  test('running by itself empties the outbox, and stops after the letter in hand', async () => {
    const { house, row } = await withLetter()
    const transport = caught()
    const courier = runCourier(house.deps, transport, 5)
    await expect.poll(async () => (await row()).state).toBe('sent')
    await courier.stop()
    expect(transport.mails).toHaveLength(1)
  })
})

const token = 'q3Zx_m-4dKQ9wZ1e0TtVbYh2uJ8sLrPnCgEaFoIiXyA'

/** A house with a mailed link in its outbox that works for an hour. */
async function withLink() {
  const expiresAt = startOfTime + 60 * minute
  return await withLetter({}, { kind: 'password-reset', expiresAt }, { secret: token, expiresAt }, { PUBLIC_URL: 'https://porta.example' })
}

describe('a mail that carries a link', () => {
  test('has it in the fragment of an address of the house, and in no row before or after', async () => {
    const { house, row, deliver } = await withLink()
    const transport = caught()
    expect(await dump(house.engine)).not.toContain(token)
    expect((await row()).secretSealed).toMatch(/^v1\./)
    await deliver(transport)
    expect(transport.mails[0]?.text).toContain(`\nhttps://porta.example/reset-password#${token}\n`)
    expect(transport.mails[0]?.html).toContain(`href="https://porta.example/reset-password#${token}"`)
    expect(transport.mails[0]?.subject).not.toContain(token)
    expect(await row()).toMatchObject({ state: 'sent', secretSealed: null })
    expect((await dump(house.engine)) + JSON.stringify(house.logged)).not.toContain(token)
  })

  test('is not sent once its time is over, and what it carried is erased', async () => {
    const { house, row, deliver } = await withLink()
    house.wait(60 * minute)
    const transport = caught()
    expect(await deliver(transport)).toBe(true)
    expect(transport.mails).toEqual([])
    expect(await row()).toMatchObject({ state: 'dead', lastError: 'expired', secretSealed: null })
    expect(house.logged.at(-1)).toMatchObject({ level: 'warn', facts: { dead: true, why: 'expired', kind: 'password-reset' } })
  })

  test('is tried again no longer than its time, and then says what went wrong', async () => {
    const { house, row, deliver } = await withLink()
    for (const at of [0, 1, 6, 21]) {
      house.wait(startOfTime + at * minute - house.now())
      await deliver(failing)
    }
    expect(await row()).toMatchObject({ state: 'queued', nextAt: startOfTime + 60 * minute, secretSealed: expect.any(String) })
    house.wait(39 * minute)
    await deliver(failing)
    expect(await row()).toMatchObject({
      state: 'dead',
      attempts: 5,
      lastError: 'expired; before: Error: 421 try later',
      secretSealed: null,
    })
  })

  test('is not sent without it: when the seal does not open, when it is of another mail, and when there is none', async () => {
    for (const broken of ['v1.k1.AAAA.BBBB.CCCC', 'nonsense', 'other', null]) {
      const { house, row, deliver } = await withLink()
      const { mails } = house.engine.tables
      const secretSealed = broken === 'other' ? house.deps.sealer.seal('mail', 'mai_other', Buffer.from(token)) : broken
      await alter(house.engine, mails, { secretSealed }, eq(mails.id, (await row()).id))
      const transport = caught()
      await deliver(transport)
      house.wait(minute)
      await deliver(transport)
      expect(transport.mails).toEqual([])
      if (broken) expect(await row()).toMatchObject({ state: 'dead', lastError: 'what it carries does not open' })
    }
  })

  test('keeps it out of the log when the mail server repeats it', async () => {
    const { house, row, deliver } = await withLink()
    const repeating: Transport = { ...failing, deliver: ({ text }) => Promise.reject(new Error(`550 spam: ${text}`)) }
    await deliver(repeating)
    expect((await row()).lastError).toMatch(/^Error: 550 spam: Hola/)
    expect((await dump(house.engine)) + JSON.stringify(house.logged)).not.toContain(token)
  })

  test('goes where it was meant to, which need not be the address of the person', async () => {
    const expiresAt = startOfTime + 60 * minute
    const post = { secret: '40718826', expiresAt, to: 'new@soler.example' }
    const { row, deliver } = await withLetter({}, { kind: 'email-code', expiresAt }, post)
    const transport = caught()
    await deliver(transport)
    expect(transport.mails).toMatchObject([{ address: 'new@soler.example', name: '', text: expect.stringContaining('\n4071 8826\n') }])
    expect((await row()).secretSealed).toBeNull()
  })
})

test('a server that says a little for ever does not hold up the other mails', async () => {
  const { house, row, deliver } = await withLetter()
  Object.assign(house.deps, { config: { ...house.deps.config, rules: { ...rules, mail: { ...rules.mail, deliverWithinMs: 20 } } } })
  await deliver({ deliver: () => new Promise(() => undefined), close: () => undefined })
  expect(await row()).toMatchObject({ state: 'queued', lastError: 'Error: the mail server took too long', nextAt: house.now() + minute })
})

test('between any two mails of a full outbox people are answered', async () => {
  const { house, contact, deliver } = await withLetter()
  const more = Array.from({ length: 200 }, () => tell(house.deps, contact, { kind: 'new-browser' }, visit, house.now()))
  await house.deps.store.commit(more)
  const transport = caught()
  let turns = 0
  let isDone = false
  const others = (async () => {
    for (; !isDone; turns++) await new Promise((done) => setImmediate(done))
  })()
  while (await deliver(transport));
  isDone = true
  await others
  expect(transport.mails).toHaveLength(201)
  expect(turns).toBeGreaterThan(201)
})

describe('the operator', () => {
  const counts = (house: TestHouse) => house.deps.store.countMails(house.now())

  test('sees how many mails there are in each state, and each that is dead', async () => {
    const { house, contact, row, deliver } = await withLetter()
    const letters = [{ kind: 'new-browser' }, { kind: 'reset-required' }] as const
    await house.deps.store.commit(letters.map((letter, n) => tell(house.deps, contact, letter, visit, house.now() + (n + 1) * minute)))
    expect(await counts(house)).toEqual({ queued: 3, due: 1, sent: 0, dead: 0 })
    const { id } = await row()
    await house.deps.store.commit(house.deps.store.markMailFailed(id, null, '550 nobody here'))
    house.wait(minute)
    await deliver(caught())
    expect(await counts(house)).toEqual({ queued: 1, due: 0, sent: 1, dead: 1 })
    expect(await house.deps.store.listDeadMails()).toMatchObject([{ id, lastError: '550 nobody here' }])
  })

  test('gives a dead mail a new life: all its tries, under the same Message-ID', async () => {
    const { house, row, deliver } = await withLetter()
    while ((await row()).state === 'queued') {
      house.wait((await row()).nextAt - house.now())
      await deliver(failing)
    }
    const { id } = await row()
    await house.deps.store.commit(house.deps.store.requeueMail(id, house.now()))
    expect(await row()).toMatchObject({ state: 'queued', attempts: 0, lastError: null })
    const transport = caught()
    await deliver(transport)
    expect(transport.mails.map((mail) => mail.id)).toEqual([id])
    await expect(house.deps.store.commit(house.deps.store.requeueMail(id, house.now()))).rejects.toThrow('not-found')
  })

  test('revives a dead mail with the link that it carries, while the link works', async () => {
    const { house, row } = await withLink()
    const { id } = await row()
    const { store } = house.deps
    await store.commit(store.markMailFailed(id, null, '550'))
    expect((await row()).secretSealed).toMatch(/^v1\./)
    await store.commit(store.requeueMail(id, house.now()))
    const [mail] = await house.mails()
    expect(mail?.text).toContain(`/reset-password#${token}`)
    expect((await row()).secretSealed).toBeNull()
  })

  test('cannot send a dead mail whose time is over, and then what it carried is erased', async () => {
    const { house, row } = await withLink()
    const { id } = await row()
    const { store } = house.deps
    await store.commit(store.markMailFailed(id, null, '550'))
    house.wait(60 * minute - 1)
    await sweep(house.deps)
    expect((await row()).secretSealed).toMatch(/^v1\./)
    house.wait(1)
    await expect(store.commit(store.requeueMail(id, house.now()))).rejects.toThrow('not-found')
    await sweep(house.deps)
    expect(await row()).toMatchObject({ state: 'dead', lastError: '550', secretSealed: null })
  })
})

test('the times of the mails of one kind to one person, newest first, whatever became of them', async () => {
  const { house, contact, row } = await withLetter()
  const other = await withLetter()
  const { store } = house.deps
  for (const [n, kind] of (['key-shown', 'new-browser', 'key-shown'] as const).entries())
    await store.commit(tell(house.deps, contact, { kind }, visit, house.now() + n + 1))
  await store.commit(store.markMailFailed((await row()).id, null, '550'))
  expect(await store.listMailTimes(contact.id, 'key-shown', 0)).toEqual([house.now() + 3, house.now() + 1, house.now()])
  expect(await store.listMailTimes(contact.id, 'key-shown', house.now() + 1)).toEqual([house.now() + 3])
  expect(await store.listMailTimes('con_other', 'key-shown', 0)).toEqual([])
  expect(await other.house.deps.store.listMailTimes(other.contact.id, 'half-sign-in', 0)).toEqual([])
})

test('old mails are removed, but never one that is still to be delivered', async () => {
  const { house, contact, deliver } = await withLetter()
  const { store } = house.deps
  await deliver(caught())
  await store.commit(tell(house.deps, contact, { kind: 'new-browser' }, visit, house.now()))
  await store.takeAwayOldMails(house.now() - 1, 500)
  expect(await counts()).toEqual([1, 1])
  await store.takeAwayOldMails(house.now(), 500)
  expect(await counts()).toEqual([1, 0])
  async function counts() {
    const { queued, sent } = await store.countMails(house.now())
    return [queued, sent]
  }
})

test('a letter is queued in the same commit as what it tells of, or not at all', async () => {
  const house: TestHouse = await openTestHouse()
  const email = await house.person()
  const { store } = house.deps
  const contact = await store.findContactByLogin(email)
  if (!contact) throw new Error('nobody')
  await expect(
    store.commit(tell(house.deps, contact, { kind: 'key-shown' }, visit, house.now()), store.retireFactor('fac_none', house.now())),
  ).rejects.toThrow('verification-already-off')
  expect(await house.mails()).toEqual([])
})
