const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 of RFC 4648 section 6; spaces, dashes, small letters and missing padding are forgiven, as the apps do. */
export function decodeBase32(text: string): Buffer {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replace(/=+$/, '')
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of letters) {
    const value = alphabet.indexOf(letter)
    if (value === -1) throw new Error(`the secret is not Base32: "${letter}" is no letter of it`)
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}
