import { Route, Routes } from 'react-router'
import { paths } from '../paths.ts'
import { AuthLayout } from './auth-layout.tsx'
import { lazyPage } from './lazy-page.tsx'

const SignIn = lazyPage(() => import('../features/sign-in/sign-in-page.tsx'), 'sign-in')
const Code = lazyPage(() => import('../features/sign-in/code-page.tsx'), 'sign-in')
const RecoveryCode = lazyPage(() => import('../features/sign-in/recovery-code-page.tsx'), 'sign-in')
const LostPhone = lazyPage(() => import('./lost-phone-page.tsx'), 'sign-in', 'recovery')
const StopRecovery = lazyPage(() => import('../features/recovery/stop-recovery-page.tsx'), 'recovery')
const ForgotPassword = lazyPage(() => import('../features/password/forgot-password-page.tsx'), 'password')
const ResetPassword = lazyPage(() => import('../features/password/reset-password-page.tsx'), 'password')
const NotMe = lazyPage(() => import('../features/mailed-links/not-me-page.tsx'), 'mailed-links')
const ApproveBrowser = lazyPage(() => import('../features/mailed-links/approve-browser-page.tsx'), 'mailed-links')
const Invitation = lazyPage(() => import('./invitation-page.tsx'), 'invitation', 'password')

const Inside = lazyPage(async () => {
  const inside = await import('./inside-routes.tsx')
  // a part that cannot be fetched now is asked for again in its place, which shows why
  await inside.preload(location.pathname).catch(() => {})
  return { default: inside.InsideRoutes }
})

/** The addresses before sign-in; all others are in inside-routes.tsx. */
export const AppRoutes = () => (
  <Routes>
    <Route element={<AuthLayout />}>
      <Route path={paths.signIn()} element={<SignIn />} />
      <Route path={paths.signInCode()} element={<Code />} />
      <Route path={paths.signInRecoveryCode()} element={<RecoveryCode />} />
      <Route path={paths.lostPhone()} element={<LostPhone />} />
      <Route path={paths.stopRecovery()} element={<StopRecovery />} />
      <Route path={paths.forgotPassword()} element={<ForgotPassword />} />
      <Route path={paths.resetPassword()} element={<ResetPassword />} />
      <Route path={paths.notMe()} element={<NotMe />} />
      <Route path={paths.approveBrowser()} element={<ApproveBrowser />} />
      <Route path={paths.invitation()} element={<Invitation />} />
    </Route>
    <Route path="*" element={<Inside />} />
  </Routes>
)

const parts: Record<string, { preload: () => Promise<unknown> }[]> = {
  [paths.signIn()]: [SignIn],
  [paths.signInCode()]: [Code],
  [paths.signInRecoveryCode()]: [RecoveryCode],
  [paths.lostPhone()]: [LostPhone],
  [paths.stopRecovery()]: [StopRecovery],
  [paths.forgotPassword()]: [ForgotPassword],
  [paths.resetPassword()]: [ResetPassword],
  [paths.notMe()]: [NotMe],
  [paths.approveBrowser()]: [ApproveBrowser],
  [paths.invitation()]: [Invitation],
}

/** Fetches all parts of an address at once instead of one after the other. */
export const preload = (pathname: string) => Promise.all((parts[pathname] ?? [Inside]).map((part) => part.preload()))
