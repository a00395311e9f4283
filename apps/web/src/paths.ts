/** Every link of the client area as a function; no other file spells a path. */
export const paths = {
  home: () => '/',
  signIn: (returnTo?: string) => withReturn('/sign-in', returnTo),
  signInCode: (returnTo?: string) => withReturn('/sign-in/code', returnTo),
  signInRecoveryCode: (returnTo?: string) => withReturn('/sign-in/recovery-code', returnTo),
  lostPhone: (returnTo?: string) => withReturn('/sign-in/lost-phone', returnTo),
  recovery: (number?: string) => (number ? `/recovery?number=${encodeURIComponent(number)}` : '/recovery'),
  stopRecovery: () => '/stop-recovery',
  forgotPassword: () => '/forgot-password',
  resetPassword: () => '/reset-password',
  notMe: () => '/not-me',
  approveBrowser: () => '/approve-browser',
  account: () => '/account',
  password: () => '/account/password',
  twoFactor: () => '/account/two-factor',
  sessions: () => '/account/sessions',
  activity: () => '/account/activity',
  requests: (state?: 'open') => (state ? `/requests?state=${state}` : '/requests'),
  newRequest: () => '/requests/new',
  request: (requestId: string) => `/requests/${requestId}`,
  requestReceipt: (requestId: string) => `/api/requests/${requestId}/receipt`,
  receipt: () => '/receipt',
  contacts: () => '/contacts',
  contact: (contactId: string) => `/contacts/${contactId}`,
  board: () => '/company/verification',
  boardFile: () => '/api/company/board.csv',
  companyActivity: (contactId?: string) => (contactId ? `/company/activity?person=${encodeURIComponent(contactId)}` : '/company/activity'),
  leavers: () => '/company/leavers',
  companyCases: () => '/company/recovery-cases',
  newProgram: () => '/programs/new',
  program: (contactId: string) => `/programs/${contactId}`,
  invitation: () => '/invitation',
  desk: () => '/desk',
  deskCall: (callId: string) => `/desk?call=${encodeURIComponent(callId)}`,
  deskRequests: () => '/desk/requests',
  deskRequest: (requestId: string) => `/desk/requests/${requestId}`,
  deskCases: () => '/desk/recovery',
  deskCase: (caseId: string) => `/desk/recovery/${caseId}`,
  deskDocument: (caseId: string, documentId: string) => `/api/desk/recovery-cases/${caseId}/documents/${documentId}`,
  help: (section?: string) => (section ? `/help#${section}` : '/help'),
}

const withReturn = (path: string, returnTo?: string) => {
  const to = sameOriginPath(returnTo)
  return to === paths.home() ? path : `${path}?returnTo=${encodeURIComponent(to)}`
}

/** Where a session leads that ended because of too many wrong codes; the page says so. */
export const signedOut = (returnTo: string) => {
  const path = paths.signIn(returnTo)
  return `${path}${path.includes('?') ? '&' : '?'}ended=codes`
}
export const isSignedOut = (search: string) => new URLSearchParams(search).get('ended') === 'codes'

/** A wished return address as a path of this site; anything else, and the sign-in pages themselves, become home. */
export function sameOriginPath(wish: string | null | undefined): string {
  if (!wish?.startsWith('/')) return paths.home()
  const url = URL.parse(wish, location.origin)
  if (url?.origin !== location.origin || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return paths.home()
  return url.pathname + url.search + url.hash
}

/** The return address a sign-in page was given in its own address. */
export const wantedReturn = (search: string) => sameOriginPath(new URLSearchParams(search).get('returnTo'))
