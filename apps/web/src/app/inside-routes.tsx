import { Route, Routes } from 'react-router'
import { paths } from '../paths.ts'
import { lazyPage } from './lazy-page.tsx'
import NotFoundPage from './not-found-page.tsx'

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
const Requests = lazyPage(() => import('../features/requests/requests-page.tsx'), 'requests')
const NewRequest = lazyPage(() => import('../features/requests/new-request-page.tsx'), 'requests')
const OneRequest = lazyPage(() => import('../features/requests/request-page.tsx'), 'requests')
const Receipt = lazyPage(() => import('../features/requests/receipt-page.tsx'), 'requests')
const CompanyLayout = lazyPage(async () => ({ default: (await import('./company-layout.tsx')).CompanyLayout }), 'shell')
const Contacts = lazyPage(() => import('./contacts-page.tsx'), 'contacts', 'api-contacts', 'two-factor')
const Contact = lazyPage(() => import('./contact-page.tsx'), 'contacts', 'two-factor')
const NewProgram = lazyPage(() => import('./new-program-page.tsx'), 'api-contacts')
const Program = lazyPage(() => import('./program-page.tsx'), 'api-contacts')
const Board = lazyPage(() => import('./board-page.tsx'), 'company')
const CompanyActivity = lazyPage(() => import('./company-activity-page.tsx'), 'activity', 'company', 'shell')
const Leavers = lazyPage(() => import('./leavers-page.tsx'), 'company')
const DeskLayout = lazyPage(async () => ({ default: (await import('./desk-layout.tsx')).DeskLayout }), 'desk')
const DeskCalls = lazyPage(() => import('../features/desk/calls-page.tsx'), 'desk')
const DeskRequests = lazyPage(() => import('../features/desk/requests-page.tsx'), 'desk')
const DeskRequest = lazyPage(() => import('../features/desk/request-page.tsx'), 'desk')
const DeskCases = lazyPage(() => import('../features/desk/cases-page.tsx'), 'desk')
const DeskCase = lazyPage(() => import('../features/desk/case-page.tsx'), 'desk')
const Help = lazyPage(() => import('../features/help/help-page.tsx'), 'help')
const Recovery = lazyPage(() => import('../features/recovery/recovery-page.tsx'), 'recovery')
const CompanyCases = lazyPage(() => import('../features/recovery/company-cases-page.tsx'), 'recovery')

/** Every address but those before sign-in: the list of their pages is long, and the sign-in page need not wait for it. */
export function InsideRoutes() {
  return (
    <Routes>
      <Route element={<SignedInLayout />}>
        <Route path={paths.home()} element={<Home />} />
        <Route path={paths.requests()} element={<Requests />} />
        <Route path={paths.newRequest()} element={<NewRequest />} />
        <Route path={paths.request(':requestId')} element={<OneRequest />} />
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
          <Route path={paths.companyCases()} element={<CompanyCases />} />
        </Route>
        <Route element={<DeskLayout />}>
          <Route path={paths.desk()} element={<DeskCalls />} />
          <Route path={paths.deskRequests()} element={<DeskRequests />} />
          <Route path={paths.deskRequest(':requestId')} element={<DeskRequest />} />
          <Route path={paths.deskCases()} element={<DeskCases />} />
          <Route path={paths.deskCase(':caseId')} element={<DeskCase />} />
        </Route>
      </Route>
      <Route element={<HelpLayout />}>
        <Route path={paths.help()} element={<Help />} />
        <Route path={paths.receipt()} element={<Receipt />} />
        <Route path={paths.recovery()} element={<Recovery />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

const parts: Record<string, { preload: () => Promise<unknown> }[]> = {
  [paths.recovery()]: [HelpLayout, Recovery],
  [paths.home()]: [SignedInLayout, Home],
  [paths.account()]: [SignedInLayout, AccountLayout, Account],
  [paths.twoFactor()]: [SignedInLayout, AccountLayout, TwoFactor],
  [paths.sessions()]: [SignedInLayout, AccountLayout, Sessions],
  [paths.password()]: [SignedInLayout, AccountLayout, Password],
  [paths.activity()]: [SignedInLayout, AccountLayout, Activity],
  [paths.requests()]: [SignedInLayout, Requests],
  [paths.newRequest()]: [SignedInLayout, NewRequest],
  [paths.contacts()]: [SignedInLayout, CompanyLayout, Contacts],
  [paths.newProgram()]: [SignedInLayout, CompanyLayout, NewProgram],
  [paths.board()]: [SignedInLayout, CompanyLayout, Board],
  [paths.companyActivity()]: [SignedInLayout, CompanyLayout, CompanyActivity],
  [paths.leavers()]: [SignedInLayout, CompanyLayout, Leavers],
  [paths.companyCases()]: [SignedInLayout, CompanyLayout, CompanyCases],
  // not the pages: the layout brings them, and only to the desk
  [paths.desk()]: [SignedInLayout, DeskLayout],
  [paths.deskRequests()]: [SignedInLayout, DeskLayout],
  [paths.deskCases()]: [SignedInLayout, DeskLayout],
  [paths.help()]: [HelpLayout, Help],
  [paths.receipt()]: [HelpLayout, Receipt],
}

/** Fetches all parts of an address at once instead of one after the other. */
export const preload = (pathname: string) => Promise.all((parts[pathname] ?? []).map((part) => part.preload()))
