import { timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { ApiPassword } from '../store/store.ts'
import { newId, type Random } from './tokens.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
// The largest multiple of 62 in a byte: what is above would make the first letters likelier.
const even = 248

/** So many letters and digits, each as likely as any other: 5.95 bits a character. */
export function randomPassword({ random }: { random: Random }, characters: number): string {
  let text = ''
  while (text.length < characters)
    for (const byte of random.bytes(characters)) if (byte < even && text.length < characters) text += alphabet[byte % alphabet.length]
  return text
}

/** A password of 190 bits needs no slow hash: a keyed one, bound to its contact. */
const markOf = (deps: Deps, contactId: string, password: string) => deps.sealer.mark('api-password', `${contactId}|${password}`)

/** A new password for a program, shown once, and its row. */
export function newApiPassword(deps: Deps, contactId: string, now: number): { password: string; row: ApiPassword } {
  const { passwordCharacters, passwordLifeMs } = deps.config.rules.api
  const password = randomPassword(deps, passwordCharacters)
  const secretHash = markOf(deps, contactId, password)
  return { password, row: { id: newId(deps, 'api'), contactId, secretHash, createdAt: now, expiresAt: now + passwordLifeMs } }
}

/** Which of a program's passwords this is, if any; it may have expired. Without a contact it does the same work and finds none. */
export async function findApiPassword(deps: Deps, contactId: string | undefined, password: string): Promise<ApiPassword | undefined> {
  const presented = markOf(deps, contactId ?? 'nobody', password)
  const rows = await deps.store.listApiPasswords(contactId ?? 'nobody')
  return rows.filter(({ secretHash }) => timingSafeEqual(secretHash, presented))[0]
}
