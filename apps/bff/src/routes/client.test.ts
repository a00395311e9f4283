import type { Context } from 'hono'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { addressGroup, addressOf, browserOf, placeOf } from './client.ts'

const from = (remoteAddress: string | undefined, forwarded: string | undefined, proxies = '') =>
  addressOf(
    { env: { incoming: { socket: { remoteAddress } } }, req: { header: () => forwarded } } as unknown as Context,
    readConfig({ TRUSTED_PROXIES: proxies }),
  )

describe('the address of a visitor', () => {
  test('is that of the connection, and nothing a header says, unless the connection is a proxy of ours', () => {
    expect(from('203.0.113.5', '192.0.2.1')).toBe('203.0.113.5')
    expect(from('::ffff:203.0.113.5', '192.0.2.1')).toBe('203.0.113.5')
    expect(from('203.0.113.5', '192.0.2.1', '10.0.0.0/8')).toBe('203.0.113.5')
    expect(from(undefined, '192.0.2.1', '0.0.0.0/0')).toBe('')
  })

  test('behind proxies of ours is the last one that is not ours; what the visitor wrote before it does not count', () => {
    const ours = '10.0.0.0/8, fd00::/8'
    expect(from('10.0.0.1', '192.0.2.1', ours)).toBe('192.0.2.1')
    expect(from('::ffff:10.0.0.1', 'evil, 198.51.100.9, 192.0.2.1, 10.0.0.7', ours)).toBe('192.0.2.1')
    expect(from('fd00::1', '2001:db8::1', ours)).toBe('2001:db8::1')
    expect(from('10.0.0.1', '10.0.0.2, 10.0.0.3', ours)).toBe('10.0.0.2')
    for (const none of [undefined, '', ' , ']) expect(from('10.0.0.1', none, ours)).toBe('10.0.0.1')
  })
})

describe('limits and people', () => {
  test.each([
    ['203.0.113.5', '203.0.113.5', '203.0.113.x'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:x'],
    ['2001:db8::5', '2001:db8:0:0::/64', '2001:db8:0:x'],
    ['::1', '0:0:0:0::/64', '0:0:0:x'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:x'],
    ['', '', ''],
  ])('see %j as %j and %j', (address, group, place) => {
    expect(addressGroup(address)).toBe(group)
    expect(placeOf(address)).toBe(place)
  })
})

describe('a browser', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
      'Chrome',
      'Windows',
    ],
    ['', '', ''],
    ['%$#', '', ''],
  ])('%s', (agent, browser, system) => {
    expect(browserOf(agent)).toEqual({ browser, system })
  })

  test('is at most forty letters, digits and a little punctuation, whatever it says it is', () => {
    const nasty = [
      '<script>alert(1)</script>/1.0',
      'A\r\nBcc: x@evil.example',
      '__proto__/1',
      `${'x'.repeat(100_000)}/1`,
      '\u202eetisoppo/1.0',
      '=cmd|calc/1',
    ]
    for (const agent of nasty) {
      for (const name of Object.values(browserOf(agent))) {
        expect(name).toMatch(/^[\p{L}\p{N} ._+-]{0,40}$/u)
      }
    }
    for (let n = 0; n < 2500; n++) browserOf(`Unknown${n}/1.0`)
    expect(browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0').browser).toBe('Firefox')
  })
})
