import { endpoints, type FieldProblem } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { charactersBeside, type Owner, ownWords } from './own-words.ts'
import { openPassword } from './password-check.ts'
import { Problem } from './problem.ts'
import { estimate, leastScore } from './strength.ts'

/** Whoever gets a new password, with the one of now. */
export type PasswordOwner = Owner & { contact: Owner['contact'] & { id: string; passwordSealed: string | null } }

/** Beside one's own words a password needs this many characters; a name with a year is no secret. */
const leastBeside = 8

const lengthRule = endpoints['POST /api/password/reset'].body?.shape.newPassword

/** How strong a password would be, from 0 to 4, and why it would be refused, for a meter beside the field. Asks nobody outside the house. */
export async function strengthOf(deps: Deps, password: string, owner: Owner): Promise<{ score: number; refusal: FieldProblem | null }> {
  const typed = password.normalize('NFC')
  const words = ownWords(owner, deps.config.issuer)
  const { score, hasOwnWord, hasCommonPassword } = await estimate(typed, words)
  const outOfLength = lengthRule?.safeParse(typed).error?.issues[0]
  if (outOfLength) {
    const problem = outOfLength.code === 'custom' ? (outOfLength.params?.['problem'] as FieldProblem) : 'too-long'
    return { score: Math.min(score, leastScore - 1), refusal: problem }
  }
  if (charactersBeside(words, typed) < leastBeside) return { score: Math.min(score, 1), refusal: 'holds-your-own-words' }
  if (score >= leastScore) return { score, refusal: null }
  return { score, refusal: hasOwnWord ? 'holds-your-own-words' : hasCommonPassword ? 'too-common' : 'too-easy-to-guess' }
}

/** Why this cannot be the new password, or null: the one rule for every way to set one. */
export async function refusalOf(deps: Deps, password: string, owner: PasswordOwner): Promise<FieldProblem | null> {
  const { refusal } = await strengthOf(deps, password, owner)
  if (refusal) return refusal
  const phc = openPassword(deps, owner.contact)
  if (phc !== undefined && (await deps.passwords.verify(phc, password))) return 'same-as-now'
  return (await deps.isLeaked?.(password)) ? 'in-a-data-leak' : null
}

/** Refuses with `invalid-input` and the reason beside the field. */
export async function checkNewPassword(deps: Deps, password: string, owner: PasswordOwner) {
  const refusal = await refusalOf(deps, password, owner)
  if (refusal) throw new Problem('invalid-input', { fields: { newPassword: refusal } })
}
