import type { Shape } from '../../shape.ts'
import type ca from '../ca/mailed-links.ts'

export default {
  notMeTitle: 'If it was not you',
  notMeIntro: 'Somebody typed your password correctly but never entered the code. If it was not you, say so here, and at once:',
  notMe1: 'the password stops working,',
  notMe2: 'all open sessions end,',
  notMe3: 'all remembered devices are forgotten,',
  notMe4: 'we send you a mail with a link to set a new password.',
  notMeStays: 'Verification stays as it is.',
  notMeSubmit: 'This was not me',
  itWasMe: 'If it was you, close this page: nothing happens.',
  notMeDoneTitle: 'Done: nobody else can sign in with the password',
  notMeDone1: 'We cancelled the password, ended all sessions and forgot the remembered devices.',
  notMeDone2: 'Look at your mail: we have sent you a link to set a new password. It works for one hour.',
  notMeMore: 'What this warning means',
  approveTitle: 'Approve this browser',
  approveIntro:
    'There have been many attempts to sign in to your account from browsers we do not know, and we stopped them. If it was you who wanted to sign in, approve this browser and you can try the password here again.',
  approveNote: 'Approving it does not sign you in: you still need the password and, if verification is on, the code.',
  approveSubmit: 'Approve this browser',
  approveNot: 'If it was not you, close this page: the attempts stay stopped.',
  approvedTitle: 'Browser approved',
  approvedText: 'You can now sign in with your password from this browser.',
  signIn: 'Sign in',
  deadTitle: 'This link no longer works',
  deadText: 'It has expired or has been used. If something still worries you, set a new password.',
  deadApproveText: 'It has expired or has been used. Try to sign in again: if it is still needed, we will send you a new link.',
  newPassword: 'Set a new password',
} as const satisfies Shape<typeof ca>
