import type { Random } from './tokens.ts'

/** The number of a request or a case: nine digits to be read aloud, the first of them no zero. It names, it proves nothing. */
export const newNumber = ({ random }: { random: Random }) => String(100_000_000 + (random.bytes(6).readUIntBE(0, 6) % 900_000_000))

/** As people read it: 482 177 305. */
export const inThrees = (number: string) => number.replaceAll(/\B(?=(?:\d{3})+$)/g, ' ')
