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
const CompanyLayout = lazyPage(async () => ({ default: (await import('./company-layout.tsx')).CompanyLayout }), 'shell')
const Contacts = lazyPage(() => import('./contacts-page.tsx'), 'contacts', 'api-contacts', 'two-factor')
const Contact = lazyPage(() => import('./contact-page.tsx'), 'contacts', 'two-factor')
const NewProgram = lazyPage(() => import('./new-program-page.tsx'), 'api-contacts')
const Program = lazyPage(() => import('./program-page.tsx'), 'api-contacts')
const Board = lazyPage(() => import('./board-page.tsx'), 'company')
const CompanyActivity = lazyPage(() => import('./company-activity-page.tsx'), 'activity', 'company', 'shell')
const Leavers = lazyPage(() => import('./leavers-page.tsx'), 'company')
const Invitation = lazyPage(() => import('./invitation-page.tsx'), 'invitation', 'password')
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
      <Route path={paths.invitation()} element={<Invitation />} />
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
      <Route element={<CompanyLayout />}>
        <Route path={paths.contacts()} element={<Contacts />} />
        <Route path={paths.contact(':contactId')} element={<Contact />} />
        <Route path={paths.newProgram()} element={<NewProgram />} />
        <Route path={paths.program(':contactId')} element={<Program />} />
        <Route path={paths.board()} element={<Board />} />
        <Route path={paths.companyActivity()} element={<CompanyActivity />} />
        <Route path={paths.leavers()} element={<Leavers />} />
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
  [paths.contacts()]: [SignedInLayout, CompanyLayout, Contacts],
  [paths.newProgram()]: [SignedInLayout, CompanyLayout, NewProgram],
  [paths.board()]: [SignedInLayout, CompanyLayout, Board],
  [paths.companyActivity()]: [SignedInLayout, CompanyLayout, CompanyActivity],
  [paths.leavers()]: [SignedInLayout, CompanyLayout, Leavers],
  [paths.invitation()]: [Invitation],
  [paths.help()]: [HelpLayout, Help],
}

/** Fetches all parts of an address at once instead of one after the other. */
export const preload = (pathname: string) => Promise.all((parts[pathname] ?? []).map((part) => part.preload()))
