import { AcceptInvitation } from '../features/invitation/accept-invitation.tsx'
import { NewPasswordInput } from '../features/password/new-password-input.tsx'

/** Where the link of an invitation leads. */
export default function InvitationPage() {
  return <AcceptInvitation passwordInput={(props) => <NewPasswordInput {...props} />} />
}
