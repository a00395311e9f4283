import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../testing/browser.ts'
import { lettersOf, newestSecret, settled } from '../testing/letters.ts'
import { addScan, enterCase, openCase, openRecovery, submittedCase } from '../testing/recovery.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** All that an answer tells, but for its own number. */
const told = ({ status, body, headers }: Answer) => {
  const { requestId: _, ...rest } = (body ?? {}) as Record<string, unknown>
  return JSON.stringify([status, rest, [...headers].filter(([name]) => !/request-id|date/i.test(name))])
}

/** A number that no case has. */
const other = (number: string) => String(((Number(number) - 100_000_000 + 1) % 900_000_000) + 100_000_000)
/** A code that is not this one. */
const wrong = (code: string, by = 1) => String((Number(code) + by) % 100_000_000).padStart(8, '0')

describe('the number of a case tells nothing', () => {
  test('asking for a code is answered alike for a case, none, and one that has long ended', async () => {
    const recovery = await openRecovery()
    const { house } = recovery
    const { number, page } = await submittedCase(recovery)
    house.wait(2 * minute)
    const ask = (which: string) => house.browser().call('POST /api/recovery/code', { number: which })
    const [known, unknown] = [await ask(number), await ask(other(number))]
    await page.call('POST /api/recovery/case/withdraw')
    house.wait(31 * day)
    expect(new Set([known, unknown, await ask(number)].map(told)).size).toBe(1)
    expect(known).toMatchObject({ status: 204, body: null, setCookies: [] })
    expect(await lettersOf(house, 'case-code')).toHaveLength(2)
  })

  test('entering is refused alike: a wrong code, no such case, no code mailed, a code that is used up, too old, or of another case', async () => {
    const { house, lost, boss } = await openRecovery()
    const { number } = await openCase(house, lost)
    const code = await newestSecret(house, 'case-code')
    const { number: another } = await openCase(house, boss)
    const enter = (which: string, mailedCode: string, address: string) =>
      house.browser({}, address).call('POST /api/recovery/enter', { number: which, mailedCode })
    const answers = [await enter(number, wrong(code), '203.0.113.1'), await enter(other(number), code, '203.0.113.2')]
    answers.push(await enter(another, code, '203.0.113.3'))
    expect((await enter(number, code, '203.0.113.4')).status).toBe(204)
    answers.push(await enter(number, code, '203.0.113.5'))
    house.wait(2 * minute)
    await house.browser().call('POST /api/recovery/code', { number })
    await settled()
    const late = await newestSecret(house, 'case-code')
    house.wait(hour)
    answers.push(await enter(number, late, '203.0.113.6'))
    for (const answer of answers) expect(answer.problem).toMatchObject({ status: 401, code: 'mailed-code-wrong' })
    expect(new Set(answers.map(told)).size).toBe(1)
  })

  test('numbers are nine digits, and spaces or dashes in them are none of anybody’s concern', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    expect(number).toMatch(/^[1-9]\d{8}$/)
    const typed = `${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)}`
    const answer = await house
      .browser()
      .call('POST /api/recovery/enter', { number: typed, mailedCode: await newestSecret(house, 'case-code') })
    expect(answer.status).toBe(204)
    for (const bad of ['12345678', '1234567890', 'abcdefghi', '', number.replace(/./, '٣')])
      expect((await house.browser().call('POST /api/recovery/code', { number: bad })).status).toBe(422)
  })
})

describe('mailed codes cannot be guessed', () => {
  test('fifty wrong codes at once spend five tries, and then the right one is refused', async () => {
    const { house, lost } = await openRecovery()
    const { number, id } = await openCase(house, lost)
    const code = await newestSecret(house, 'case-code')
    const guesses = Array.from({ length: 50 }, (_, n) =>
      house.browser({}, `203.0.113.${n}`).call('POST /api/recovery/enter', { number, mailedCode: wrong(code, n + 1) }),
    )
    for (const { problem } of await Promise.all(guesses)) expect(problem.code).toBe('mailed-code-wrong')
    expect(await house.deps.store.findCase(id)).toMatchObject({ codeTriesLeft: 0 })
    expect((await house.browser().call('POST /api/recovery/enter', { number, mailedCode: code })).problem.code).toBe('mailed-code-wrong')
    expect(await rowsOf(house.engine, house.engine.tables.caseSessions)).toEqual([])
  })

  test('a code opens one browser, however many try it at once', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    const mailedCode = await newestSecret(house, 'case-code')
    const tries = Array.from({ length: 5 }, (_, n) =>
      house.browser({}, `203.0.113.${n}`).call('POST /api/recovery/enter', { number, mailedCode }),
    )
    expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401])
  })

  test('a new code ends the one before it', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    const first = await newestSecret(house, 'case-code')
    house.wait(2 * minute)
    await house.browser().call('POST /api/recovery/code', { number })
    await settled()
    expect((await house.browser().call('POST /api/recovery/enter', { number, mailedCode: first })).problem.code).toBe('mailed-code-wrong')
    await enterCase(house, number)
  })

  test('from one address twenty an hour are asked for or tried, whatever the numbers', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    for (let n = 0; n < 20; n++) {
      const [key, body] =
        n % 2 ? (['POST /api/recovery/code', {}] as const) : (['POST /api/recovery/enter', { mailedCode: '00000000' }] as const)
      expect((await house.browser().call(key, { number: other(number), ...body })).status).toBe(n % 2 ? 204 : 401)
    }
    const answer = await house.browser().call('POST /api/recovery/enter', { number, mailedCode: '00000000' })
    expect(answer.problem).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterSeconds: 3600 })
    expect((await house.browser({}, '203.0.113.9').call('POST /api/recovery/code', { number })).status).toBe(204)
  })

  test('one mail a minute and ten a day, so that nobody fills a mailbox; the answer stays the same', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    for (let n = 0; n < 40; n++) {
      expect((await house.browser({}, `203.0.113.${n}`).call('POST /api/recovery/code', { number })).status).toBe(204)
      house.wait(30_000)
    }
    expect(await lettersOf(house, 'case-code')).toHaveLength(10)
  })

  test('whoever knows the number can use the codes up, but not those of a browser in which the owner has signed in', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    for (let n = 0; n < 12; n++) {
      house.wait(minute)
      const stranger = house.browser({}, `203.0.113.${n}`)
      await stranger.call('POST /api/recovery/code', { number })
      await settled()
      for (let t = 0; t < 5; t++) await stranger.call('POST /api/recovery/enter', { number, mailedCode: '00000000' })
    }
    expect(await lettersOf(house, 'case-code')).toHaveLength(10)
    await lost.browser.call('POST /api/recovery/code', { number })
    await settled()
    expect(await lettersOf(house, 'case-code')).toHaveLength(11)
    const mailedCode = await newestSecret(house, 'case-code')
    const stranger = house.browser()
    for (let t = 0; t < 6; t++) await stranger.call('POST /api/recovery/enter', { number, mailedCode: wrong(mailedCode) })
    expect((await stranger.call('POST /api/recovery/enter', { number, mailedCode })).problem.code).toBe('mailed-code-wrong')
    expect((await lost.browser.call('POST /api/recovery/enter', { number, mailedCode })).status).toBe(204)
  })

  test('a browser in which the owner has signed in has ten tries in a quarter of an hour', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    const mailedCode = await newestSecret(house, 'case-code')
    for (let t = 0; t < 10; t++) await lost.browser.call('POST /api/recovery/enter', { number, mailedCode: wrong(mailedCode, t + 1) })
    expect((await lost.browser.call('POST /api/recovery/enter', { number, mailedCode })).problem.code).toBe('mailed-code-wrong')
    house.wait(15 * minute)
    expect((await lost.browser.call('POST /api/recovery/enter', { number, mailedCode })).status).toBe(204)
  })

  test('nothing is mailed to somebody who is no longer active', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost)
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.id, lost.id))
    house.wait(2 * minute)
    await house.browser().call('POST /api/recovery/code', { number })
    expect(await lettersOf(house, 'case-code')).toHaveLength(1)
  })
})

test('neither codes nor tokens of a case are kept as they are', async () => {
  const { house, lost } = await openRecovery()
  const { number, id } = await openCase(house, lost)
  const code = await newestSecret(house, 'case-code')
  await addScan(house, id)
  const page = await enterCase(house, number)
  const { caseSessions, recoveryCases } = house.engine.tables
  const kept = JSON.stringify([await rowsOf(house.engine, caseSessions), await rowsOf(house.engine, recoveryCases)])
  expect(kept).not.toContain(page.cookies.get('__Host-case'))
  expect(kept).not.toContain(code)
})
