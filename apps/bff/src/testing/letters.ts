import type { Letter } from '../domain/letter.ts'
import type { TestHouse } from './house.ts'
import { rowsOf } from './rows.ts'

/** What nobody waits for (a mail that must not slow an answer) has happened by then. */
export async function settled() {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done))
}

/** The mails of one kind that the house wrote, oldest first: to whom, what, and the token or code that they carry. */
export async function lettersOf<K extends Letter['kind']>(house: TestHouse, kind: K) {
  await settled()
  const rows = await rowsOf(house.engine, house.engine.tables.mails)
  return rows
    .filter(({ letter }) => letter.kind === kind)
    .map(({ id, address, language, letter, secretSealed, expiresAt }) => ({
      address,
      language,
      letter: letter as Extract<Letter, { kind: K }>,
      expiresAt,
      secret: secretSealed === null ? '' : house.deps.sealer.open('mail', id, secretSealed).toString(),
    }))
}

/** The token or code of the newest mail of that kind; fails loudly when there is none. */
export async function newestSecret(house: TestHouse, kind: Letter['kind']): Promise<string> {
  const secret = (await lettersOf(house, kind)).at(-1)?.secret
  if (!secret) throw new Error(`no mail ${kind} carries anything`)
  return secret
}
