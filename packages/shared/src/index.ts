import { account } from './account.ts'
import { activity } from './activity.ts'
import { apiContacts } from './api-contacts.ts'
import { company } from './company.ts'
import { contacts } from './contacts.ts'
import { desk } from './desk.ts'
import { live } from './live.ts'
import { password } from './password.ts'
import { recovery } from './recovery.ts'
import { requests } from './requests.ts'
import { sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { trustedDevices } from './trusted-devices.ts'
import { twoFactor } from './two-factor.ts'

/** The whole API: each URL and shape has its one home here, keyed by method and path. */
export const endpoints = {
  ...signIn,
  ...password,
  ...account,
  ...twoFactor,
  ...trustedDevices,
  ...sessions,
  ...activity,
  ...contacts,
  ...company,
  ...apiContacts,
  ...requests,
  ...desk,
  ...recovery,
  ...live,
}
export type Endpoints = typeof endpoints
export type EndpointKey = keyof Endpoints

export type { Role } from './account.ts'
export { type EventKind, type EventTopic, eventKinds, eventTopics } from './activity.ts'
export type { Access, BodyInputOf, BodyOf, Endpoint, Params, QueryOf, ReplyOf } from './endpoint.ts'
export type { Assurance } from './fields.ts'
export { type Language, languageNames, languages, pickLanguage } from './language.ts'
export { type FieldProblem, fieldProblems, type ProblemCode, type ProblemDocument, problemCodes, problemDocument } from './problem.ts'
export { type CaseAction, type CaseState, type CheckItem, caseActions, caseStates, checkItems } from './recovery.ts'
export { type RequestAssurance, type RequestState, requestContent } from './requests.ts'
export type { CopyKind } from './two-factor.ts'
