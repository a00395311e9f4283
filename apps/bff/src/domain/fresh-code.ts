import type { Deps } from '../deps.ts'
import type { Write } from '../store/store.ts'
import type { Visit } from './activity.ts'
import { takeCodeInSession } from './codes.ts'
import { checkPassword } from './password-check.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

/** What a person gives to prove that it is really they, now: a code where verification is on, the password where it is off. */
export type Proof = { code?: string | undefined; password?: string | undefined }

/**
 * The gate of every act on the fresh-code list; a session alone is never enough. The writes it gives back
 * use the code up and belong into the commit of the act. Refuses with `fresh-code-needed`, `password-needed` or what the proof itself fails by.
 */
export async function proveFresh(deps: Deps, who: SignedIn, proof: Proof, visit: Visit, now: number): Promise<Write[]> {
  if (who.contact.factorId !== null) {
    if (proof.code === undefined) throw new Problem('fresh-code-needed')
    return takeCodeInSession(deps, who, proof.code, visit, now)
  }
  if (proof.password === undefined) throw new Problem('password-needed')
  await checkPassword(deps, who.contact, proof.password, visit, now)
  return []
}
