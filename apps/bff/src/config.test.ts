import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const refusal = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (reason) {
    return (reason as Error).message
  }
  return 'no refusal'
}

const hour = 3_600_000

test('with nothing set the product runs on this machine only', () => {
  const { isTrustedProxy, rules, ...config } = readConfig({})
  expect(config).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    dataDir: './data',
    smtpUrl: undefined,
    mailFrom: 'Porta <no-reply@localhost>',
    mailReplyTo: undefined,
    leakedPasswordsUrl: undefined,
    recovery: { coolingMs: 24 * hour, vouchedCoolingMs: 12 * hour, careMs: 72 * hour, documentsKeptMs: 90 * 24 * hour },
    clamdUrl: undefined,
    country: 'ES',
    demo: false,
    logLevel: 'info',
    issuer: 'Porta',
  })
  expect(isTrustedProxy('127.0.0.1')).toBe(false)
  expect(rules.totp).toEqual({ stepMs: 30_000, window: 1, secretBytes: 20 })
})

test('an empty variable counts as not set, and one that is not ours is nothing', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '', SMTP_URL: '', DEMO: '', PATH: '/bin' }).port).toBe(3000)
})

test('a public address is the only origin, without what follows the host', () => {
  const { publicUrl, origins } = readConfig({ PUBLIC_URL: 'https://porta.example/', PORT: '8080' })
  expect([publicUrl, origins]).toEqual(['https://porta.example', ['https://porta.example']])
})

describe('a good value', () => {
  test.each([
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['PORT', '65535', { port: 65535, publicUrl: 'http://localhost:65535' }],
    ['PUBLIC_URL', 'http://127.0.0.1:8080', { publicUrl: 'http://127.0.0.1:8080' }],
    ['PUBLIC_URL', 'http://porta.localhost', { publicUrl: 'http://porta.localhost' }],
    ['PUBLIC_URL', 'http://[::1]:3000', { publicUrl: 'http://[::1]:3000' }],
    ['DATA_DIR', '/var/lib/porta', { dataDir: '/var/lib/porta' }],
    ['SMTP_URL', 'smtp://u:p@mail.example:587', { smtpUrl: 'smtp://u:p@mail.example:587' }],
    ['SMTP_URL', 'smtps://mail.example', { smtpUrl: 'smtps://mail.example' }],
    ['MAIL_FROM', 'no-reply@porta.example', { mailFrom: 'no-reply@porta.example' }],
    ['MAIL_FROM', 'Àrea de client <no-reply@porta.example>', { mailFrom: 'Àrea de client <no-reply@porta.example>' }],
    ['RECOVERY_COOLING_HOURS', '0.5', { recovery: { coolingMs: hour / 2, vouchedCoolingMs: hour / 2 } }],
    ['DOCUMENTS_KEPT_DAYS', '0', { recovery: { documentsKeptMs: 0 } }],
    ['CLAMD_URL', 'tcp://127.0.0.1:3310', { clamdUrl: 'tcp://127.0.0.1:3310' }],
    ['DEMO', 'on', { demo: true }],
    ['DEMO', '0', { demo: false }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ])('%s=%s is taken', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })
})

describe('a bad value is refused in one line that names it and does not repeat it', () => {
  test.each([
    ['RECOVERY_CARE_HOURS', 'long'],
    ['RECOVERY_COOLING_HOURS', '-1'],
    ['CLAMD_URL', 'http://127.0.0.1:3310'],
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'porta.example'],
    ['PUBLIC_URL', 'ftp://porta.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'https://porta.example/area'],
    ['PUBLIC_URL', 'http://porta.example'],
    ['PUBLIC_URL', 'http://127.0.0.1.evil.example'],
    ['PUBLIC_URL', 'http://localhost.evil.example'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'Porta'],
    ['MAIL_FROM', 'Porta <a@b>, <c@d>'],
    ['MAIL_FROM', 'Porta <a@b>\r\nBcc: x@y'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/-1'],
    ['TRUSTED_PROXIES', '10.0.0.0/'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['TRUSTED_PROXIES', '10.0.0.0/1e1'],
    ['TRUSTED_PROXIES', 'fd00::/129'],
    ['TRUSTED_PROXIES', '127.0.0.1, 300.1.1.1'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%j', (name, value) => {
    const message = refusal({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name} `))
    expect(message).not.toMatch(/[\r\n]/)
    if (name === 'SMTP_URL') expect(message).not.toContain(value)
  })

  test('several bad ones are all named in one line', () => {
    expect(refusal({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })).toMatch(/^PORT .*; DEMO .*; LOG_LEVEL [^\n]*$/)
  })

  test('the demo does not start in production', () => {
    expect(refusal({ DEMO: 'on', NODE_ENV: 'production' })).toBe('DEMO must be off in production')
    expect(readConfig({ DEMO: 'off', NODE_ENV: 'production' }).demo).toBe(false)
  })
})

test('a trusted proxy is one that the list names, alone or by its network', () => {
  const { isTrustedProxy } = readConfig({ TRUSTED_PROXIES: ' 127.0.0.1, 10.0.0.0/8,fd00::/8 , ::1' })
  for (const address of ['127.0.0.1', '10.255.0.1', 'fd12::1', '::1']) expect(isTrustedProxy(address), address).toBe(true)
  for (const address of ['127.0.0.2', '11.0.0.1', 'fe80::1', '::2', '', 'localhost', '10.0.0.1, 1.2.3.4'])
    expect(isTrustedProxy(address), address).toBe(false)
})
