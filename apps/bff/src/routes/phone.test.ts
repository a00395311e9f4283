import { describe, expect, test } from 'vitest'
import { phoneNumberOf } from '../domain/phone.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { lettersOf } from '../testing/letters.ts'

describe('a phone number', () => {
  test.each([
    ['972 000 111', '+34972000111'],
    ['972000111', '+34972000111'],
    ['(972) 00-01-11', '+34972000111'],
    ['+34 972 000 111', '+34972000111'],
    ['0034 972.000.111', '+34972000111'],
    ['+420 222 000 201', '+420222000201'],
    ['+44 (20) 7946 0958', '+442079460958'],
    ['+1/212/555-0100', '+12125550100'],
    ['９７２０００１１１', '+34972000111'],
    ['972\u00a0000\u00a0111', '+34972000111'],
    ['(+34) 972-000-111', '+34972000111'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['\u202a+34 972 000 111\u202c', '+34972000111'],
    ['972–000–111', '+34972000111'],
  ])('%s is %s', (typed, kept) => {
    expect(phoneNumberOf(typed, 'ES')).toBe(kept)
  })

  test.each([
    '123',
    '97200011',
    '9720001112',
    '+999123456789',
    '+34',
    '+',
    '()',
    'call me',
    '972 000 111 ext 5',
    '972000111;ext=5',
    '972000111 x5',
    'tel:+34972000111',
    '972000111, 972000112',
    '972000111\r\nBcc: evil@evil.example',
    '1-800-FLOWERS',
    '<b>972000111</b>',
    '++34972000111',
    '0'.repeat(40),
  ])('%j is none', (typed) => {
    expect(phoneNumberOf(typed, 'ES')).toBeUndefined()
  })
})

describe('changing it', () => {
  test('needs a proof, ends other sessions, and is told with both numbers as people read them', async () => {
    const house = await openTestHouse()
    const email = await house.person({ phone: '+34972000111' })
    const [here, there] = [house.browser(), house.browser()]
    await signIn(here, email)
    await signIn(there, email)
    const change = (body: object) => here.call('POST /api/me/phone', body)
    expect((await change({ phone: '972 000 222' })).problem.code).toBe('password-needed')
    expect((await change({ phone: '972 000 222', password: 'a wrong one, surely' })).problem.code).toBe('password-wrong')
    expect((await change({ phone: 'none', password })).problem.fields).toEqual({ phone: 'not-a-phone-number' })
    expect((await change({ phone: ' 972 000 222 ', password })).body).toEqual({ phone: '+34972000222', endedSessions: 1 })
    expect((await there.call('GET /api/me')).status).toBe(401)
    expect((await here.call('GET /api/me')).body).toMatchObject({ contact: { phone: '+34972000222' } })
    expect((await change({ phone: ' ', password })).body).toEqual({ phone: '', endedSessions: 0 })
    const told = await lettersOf(house, 'phone-changed')
    expect(told.map(({ letter: { from, to } }) => [from, to])).toEqual([
      ['+34 972 00 01 11', '+34 972 00 02 22'],
      ['+34 972 00 02 22', ''],
    ])
  })

  test('to what is no number burns no code', async () => {
    const house = await openTestHouse()
    const { browser, phone } = await personWithVerification(house)
    const code = phone.code(house.now())
    expect((await browser.call('POST /api/me/phone', { phone: '12', code })).problem.code).toBe('invalid-input')
    expect((await browser.call('POST /api/me/phone', { phone: '972000222', password })).problem.code).toBe('fresh-code-needed')
    expect((await browser.call('POST /api/me/phone', { phone: '972000222', code })).status).toBe(200)
  })
})
