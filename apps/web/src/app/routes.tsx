import { Route, Routes } from 'react-router'
import { paths } from '../paths.ts'
import { AuthLayout } from './auth-layout.tsx'
import { lazyPage } from './lazy-page.tsx'
import NotFoundPage from './not-found-page.tsx'

const SignIn = lazyPage(() => import('../features/sign-in/sign-in-page.tsx'), 'sign-in')
const Code = lazyPage(() => import('../features/sign-in/code-page.tsx'), 'sign-in')
const RecoveryCode = lazyPage(() => import('../features/sign-in/recovery-code-page.tsx'), 'sign-in')
const ForgotPassword = lazyPage(() => import('../features/password/forgot-password-page.tsx'), 'password')
const ResetPassword = lazyPage(() => import('../features/password/reset-password-page.tsx'), 'password')
const NotMe = lazyPage(() => import('../features/mailed-links/not-me-page.tsx'), 'mailed-links')
const ApproveBrowser = lazyPage(() => import('../features/mailed-links/approve-browser-page.tsx'), 'mailed-links')

const SignedInLayout = lazyPage(
  async () => {
    const { SignedInLayout: layout, prepare } = await import('./signed-in-layout.tsx')
    // without an answer the layout asks again and shows why
    await prepare().catch(() => {})
    return { default: layout }
  },
  'shell',
  'notices',
)
const HelpLayout = lazyPage(async () => ({ default: (await import('./help-layout.tsx')).HelpLayout }), 'shell', 'notices')
const AccountLayout = lazyPage(async () => ({ default: (await import('./account-layout.tsx')).AccountLayout }), 'shell')

const Home = lazyPage(() => import('./home-page.tsx'), 'home')
const Account = lazyPage(() => import('../features/account/account-page.tsx'), 'account', 'shell')
const TwoFactor = lazyPage(() => import('./two-factor-page.tsx'), 'two-factor', 'trusted-devices')
const Sessions = lazyPage(() => import('./sessions-page.tsx'), 'sessions', 'trusted-devices', 'shell')
const Password = lazyPage(() => import('../features/password/password-page.tsx'), 'password')
const Activity = lazyPage(() => import('../features/activity/activity-page.tsx'), 'activity')
const Help = lazyPage(() => import('../features/help/help-page.tsx'), 'help')

/** Every address of the client area. */
export const AppRoutes = () => (
  <Routes>
    <Route element={<AuthLayout />}>
      <Route path={paths.signIn()} element={<SignIn />} />
      <Route path={paths.signInCode()} element={<Code />} />
      <Route path={paths.signInRecoveryCode()} element={<RecoveryCode />} />
      <Route path={paths.forgotPassword()} element={<ForgotPassword />} />
      <Route path={paths.resetPassword()} element={<ResetPassword />} />
      <Route path={paths.notMe()} element={<NotMe />} />
      <Route path={paths.approveBrowser()} element={<ApproveBrowser />} />
    </Route>
    <Route element={<SignedInLayout />}>
      <Route path={paths.home()} element={<Home />} />
      <Route element={<AccountLayout />}>
        <Route path={paths.account()} element={<Account />} />
        <Route path={paths.twoFactor()} element={<TwoFactor />} />
        <Route path={paths.sessions()} element={<Sessions />} />
        <Route path={paths.password()} element={<Password />} />
        <Route path={paths.activity()} element={<Activity />} />
      </Route>
    </Route>
    <Route element={<HelpLayout />}>
      <Route path={paths.help()} element={<Help />} />
    </Route>
    <Route path="*" element={<NotFoundPage />} />
  </Routes>
)

const parts: Record<string, { preload: () => Promise<unknown> }[]> = {
  [paths.signIn()]: [SignIn],
  [paths.signInCode()]: [Code],
  [paths.signInRecoveryCode()]: [RecoveryCode],
  [paths.forgotPassword()]: [ForgotPassword],
  [paths.resetPassword()]: [ResetPassword],
  [paths.notMe()]: [NotMe],
  [paths.approveBrowser()]: [ApproveBrowser],
  [paths.home()]: [SignedInLayout, Home],
  [paths.account()]: [SignedInLayout, AccountLayout, Account],
  [paths.twoFactor()]: [SignedInLayout, AccountLayout, TwoFactor],
  [paths.sessions()]: [SignedInLayout, AccountLayout, Sessions],
  [paths.password()]: [SignedInLayout, AccountLayout, Password],
  [paths.activity()]: [SignedInLayout, AccountLayout, Activity],
  [paths.help()]: [HelpLayout, Help],
}

/** Fetches all parts of an address at once instead of one after the other. */
export const preload = (pathname: string) => Promise.all((parts[pathname] ?? []).map((part) => part.preload()))
