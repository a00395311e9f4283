import { LostPhone } from '../features/recovery/lost-phone.tsx'
import { useChallenge } from '../features/sign-in/use-challenge.ts'

/** After the password, without the phone: every way back, the quickest first. */
export default function LostPhonePage() {
  const { returnTo, goBackIfOver } = useChallenge()
  return <LostPhone returnTo={returnTo} goBackIfOver={goBackIfOver} />
}
