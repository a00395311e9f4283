import { createHmac } from 'node:crypto'

/** A phone for tests: the codes of an otpauth link by RFC 6238, without the product's code. */
export function phone(uri: string) {
  const base32 = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...base32].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return {
    secret,
    base32,
    /** The code at an instant in ms, `steps` later or earlier. */
    code(at: number, steps = 0) {
      const counter = Buffer.alloc(8)
      counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000) + steps))
      const mac = createHmac('sha1', secret).update(counter).digest()
      return String((mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
    },
    /** Six digits that are no code of the three steps round an instant. */
    wrong(at: number) {
      const right = [-1, 0, 1].map((steps) => this.code(at, steps))
      return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '444444'
    },
  }
}
export type Phone = ReturnType<typeof phone>
