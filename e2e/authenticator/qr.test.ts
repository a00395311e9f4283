import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAuthenticator } from './authenticator.ts'
import { readQrCode } from './qr.ts'

const image = (name: string) => new URL(name, import.meta.url)
const uri = 'otpauth://totp/Porta:anna%40example.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Porta'

test.each(['example.png', 'example.jpg'])('the QR code of %s is read from its pixels', async (name) => {
  expect(await readQrCode(readFileSync(image(name)))).toBe(uri)
})

test('a scanned entry gives the codes of its key', async () => {
  const phone = createAuthenticator()
  expect(await phone.scan(readFileSync(image('example.png')))).toMatchObject({ issuer: 'Porta', account: 'anna@example.test' })
  expect(phone.codeAt(1111111109_000)).toBe('081804')
})

test('what cannot be read is refused with the reason', async () => {
  const blank = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  await expect(readQrCode(Buffer.from(blank, 'base64'))).rejects.toThrow('no QR code')
  await expect(readQrCode(Buffer.from('<svg/>'))).rejects.toThrow('not a PNG or JPEG')
  await expect(readQrCode(readFileSync(image('example-two.jpg')))).rejects.toThrow('more than one')
})
