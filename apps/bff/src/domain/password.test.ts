import { describe, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { createPasswords } from './password.ts'

const cheap = { ...rules.argon2, memoryCost: 64, timeCost: 1 }
const busy = (reason: unknown) => (reason as { code?: string }).code

describe('a password', () => {
  test('is hashed with argon2id at the cost that the rules name, never less than OWASP asks for', async () => {
    const { memoryCost, timeCost, parallelism } = rules.argon2
    expect(memoryCost).toBeGreaterThanOrEqual(19_456)
    expect(timeCost).toBeGreaterThanOrEqual(2)
    const passwords = createPasswords(rules.argon2, 2)
    const phc = await passwords.hash('correct horse battery')
    expect(phc).toMatch(new RegExp(`^\\$argon2id\\$v=19\\$m=${memoryCost},t=${timeCost},p=${parallelism}\\$[\\w+/]{22}\\$[\\w+/]{43}$`))
    expect(await passwords.verify(phc, 'correct horse battery')).toBe(true)
    expect(await passwords.verify(phc, 'correct horse batterz')).toBe(false)
    expect(await passwords.hash('correct horse battery')).not.toBe(phc)
  })

  test('counts to its last character, spaces too, and may be of any characters', async () => {
    const passwords = createPasswords(cheap, 2)
    const long = 'x'.repeat(72)
    const phc = await passwords.hash(`${long}a`)
    expect(await passwords.verify(phc, `${long}b`)).toBe(false)
    for (const typed of ['🙂'.repeat(128), ' with spaces round ', 'nul\u0000inside', '\t', 'ŇÁÚ×≠\u202e']) {
      const made = await passwords.hash(typed)
      expect(await passwords.verify(made, typed)).toBe(true)
      expect(await passwords.verify(made, typed.trim())).toBe(typed === typed.trim())
      expect(await passwords.verify(made, typed.replace('\u0000', ''))).toBe(!typed.includes('\u0000'))
    }
  })

  test('is the same however its accents are typed, and capitals are not small letters', async () => {
    const passwords = createPasswords(cheap, 2)
    const phc = await passwords.hash('contrasenya d\u2019estiu à la platja')
    expect(await passwords.verify(phc, 'contrasenya d\u2019estiu a\u0300 la platja')).toBe(true)
    expect(await passwords.verify(phc, 'contrasenya d\u2019estiu a la platja')).toBe(false)
    expect(await passwords.verify(phc, 'Contrasenya d\u2019estiu à la platja')).toBe(false)
  })

  test('of nobody is wrong whatever it is', async () => {
    const passwords = createPasswords(cheap, 2)
    for (const typed of ['nobody', '', 'x']) expect(await passwords.verify(undefined, typed)).toBe(false)
  })

  test('made under other parameters is told apart', async () => {
    const phc = await createPasswords(cheap, 1).hash('x')
    expect(createPasswords(cheap, 1).isDated(phc)).toBe(false)
    for (const other of [{ memoryCost: 128 }, { timeCost: 2 }, { parallelism: 2 }])
      expect(createPasswords({ ...cheap, ...other }, 1).isDated(phc)).toBe(true)
  })
})

describe('hashing', () => {
  test('takes no longer for nobody than for somebody', async () => {
    const passwords = createPasswords(rules.argon2, 1)
    const phc = await passwords.hash('somebody')
    await passwords.verify(undefined, 'warm')
    const times: Record<'somebody' | 'nobody', number[]> = {
      somebody: [],
      nobody: [],
    }
    for (let n = 0; n < 8; n++) {
      for (const [who, against] of [
        ['somebody', phc],
        ['nobody', undefined],
      ] as const) {
        const began = performance.now()
        await passwords.verify(against, 'wrong')
        times[who].push(performance.now() - began)
      }
    }
    // A hash is some ten milliseconds; without one the answer would be there in microseconds.
    const [somebody, nobody] = [Math.min(...times.somebody), Math.min(...times.nobody)]
    expect(nobody).toBeGreaterThan(somebody / 4)
    expect(nobody).toBeLessThan(somebody * 4)
  })

  test('lets as many wait as the queue holds and no more; those who wait too long are told busy, and nobody is lost', async () => {
    const passwords = createPasswords({ ...cheap, memoryCost: 8192, queue: 3, waitMs: 2000 }, 1)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => passwords.hash('x')))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    // Three wait, a few more than there are cores are at work.
    expect(refused.length).toBeGreaterThanOrEqual(4)
    expect(refused.length).toBeLessThanOrEqual(6)
    for (const { reason } of refused) expect([busy(reason), reason.detail]).toEqual(['busy', { retryAfterSeconds: 2 }])
    expect(await passwords.hash('x')).toContain('$argon2id$')
  })

  test('does not keep anybody waiting longer than said', async () => {
    const passwords = createPasswords({ ...cheap, memoryCost: 65_536, timeCost: 6, queue: 10, waitMs: 10 }, 1)
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => passwords.hash('x')))
    expect([answers.at(0)?.status, answers.at(-1)?.status]).toEqual(['fulfilled', 'rejected'])
    expect((await Promise.allSettled([passwords.hash('x')]))[0]?.status).toBe('fulfilled')
  })

  test('holds an answer only while others wait, and never longer than said', async () => {
    const slow = { ...cheap, memoryCost: 32_768, timeCost: 3 }
    const turns = async (gatherMs: number) => {
      const passwords = createPasswords({ ...slow, gatherMs }, 1)
      let turn = 0
      const answers = Array.from({ length: 4 }, () => passwords.hash('x').then(() => turn))
      // A turn ends when everybody who goes on together has gone on.
      const counting = setInterval(() => turn++, 0)
      const found = await Promise.all(answers)
      clearInterval(counting)
      return new Set(found).size
    }
    expect(await turns(60_000)).toBe(2)
    expect(await turns(1)).toBe(4)
  })

  test('that fails gives its place back', async () => {
    const passwords = createPasswords(cheap, 1)
    for (let n = 0; n < 5; n++) await expect(passwords.verify('not a hash', 'x')).rejects.toThrow()
    expect(await passwords.hash('x')).toContain('$argon2id$')
  })
})
