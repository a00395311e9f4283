import { expect, test } from 'vitest'
import { parseOtpauth } from './otpauth.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

test('a plain URI has the defaults of the format', () => {
  const key = parseOtpauth(`otpauth://totp/Porta:anna%40example.test?secret=${secret}&issuer=Porta`)
  expect(key).toMatchObject({ type: 'totp', issuer: 'Porta', account: 'anna@example.test', hash: 'sha1', digits: 6, period: 30 })
  expect(key.secret).toHaveLength(20)
})

test('every parameter is read', () => {
  const key = parseOtpauth(`otpauth://totp/Caf%C3%A9%20Sol:a%2Bb?secret=${secret}&issuer=Caf%C3%A9+Sol&algorithm=SHA512&digits=8&period=60`)
  expect(key).toMatchObject({ issuer: 'Café Sol', account: 'a+b', hash: 'sha512', digits: 8, period: 60 })
})

test('a label without issuer takes it from the parameter, or has none', () => {
  expect(parseOtpauth(`otpauth://totp/anna?secret=${secret}`)).toMatchObject({ issuer: '', account: 'anna' })
  expect(parseOtpauth(`otpauth://totp/anna?secret=${secret}&issuer=Porta`)).toMatchObject({ issuer: 'Porta', account: 'anna' })
})

test.each([
  ['https://example.test/', 'not an otpauth URI'],
  ['nonsense', 'not an otpauth URI'],
  [`otpauth://hotp/a?secret=${secret}&counter=1`, 'only time-based keys'],
  [`otpauth://totp/?secret=${secret}`, 'no label'],
  ['otpauth://totp/a', 'no secret'],
  ['otpauth://totp/a?secret=%20', 'empty'],
  ['otpauth://totp/a?secret=08', 'not Base32'],
  [`otpauth://totp/a?secret=${secret}&digits=five`, 'digits must be'],
  [`otpauth://totp/a?secret=${secret}&digits=12`, 'digits must be'],
  [`otpauth://totp/a?secret=${secret}&period=0`, 'period must be'],
  [`otpauth://totp/a?secret=${secret}&algorithm=MD5`, 'unknown algorithm'],
  [`otpauth://totp/Bank:a?secret=${secret}&issuer=Porta`, 'the label says "Bank"'],
])('%s is refused: %s', (uri, reason) => {
  expect(() => parseOtpauth(uri)).toThrow(reason)
})
