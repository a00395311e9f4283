import { requestContent } from '@porta/shared'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listNewestRequests, listPeople, makeRequest } from '../domain/soap-requests.ts'
import { endSoapSession, type SoapCaller, type SoapVisit } from '../domain/soap-session.ts'
import { signInBySoap } from '../domain/soap-sign-in.ts'
import type { Value } from './xml.ts'

/** A text on one line, without control characters. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text !== '', { params: { problem: 'required' } })
    .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), { params: { problem: 'wrong-type' } })

// As from the web, so that every receipt can be checked and reads the same for everybody.
const { subject, text } = requestContent

const page = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .default(1)

type Open<Fields> = { fields: z.ZodType<Fields>; run: (deps: Deps, fields: Fields, visit: SoapVisit) => Promise<Value> }
type Signed<Fields> = {
  fields: z.ZodType<Fields>
  runFor: (deps: Deps, caller: SoapCaller, fields: Fields, visit: SoapVisit) => Promise<Value>
}

const open = <Fields>(operation: Open<Fields>) => operation as Open<unknown>
/** An operation for who has called Login; its `session` is taken off before. */
const signed = <Fields>(operation: Signed<Fields>) => operation as unknown as Signed<unknown>

const iso = (at: number) => new Date(at).toISOString()

const contactOf = ({ contact }: { contact: SoapCaller['contact'] }): Value => ({
  id: contact.id,
  name: contact.name,
  email: contact.kind === 'person' ? contact.login : undefined,
  phone: contact.phone || undefined,
  language: contact.language,
  role: contact.role,
})

/** All that this service can do. What is needed to call each is written here and in the WSDL; a test compares the two. */
export const operations: ReadonlyMap<string, Open<unknown> | Signed<unknown>> = new Map<string, Open<unknown> | Signed<unknown>>([
  [
    'Login',
    open({
      fields: z.strictObject({ login: line(254), password: line(512) }),
      run: async (deps, { login, password }, visit) => ({ session: (await signInBySoap(deps, { login, password, visit })).token }),
    }),
  ],
  [
    'Logout',
    signed({
      fields: z.strictObject({}),
      runFor: async (deps, caller) => {
        await endSoapSession(deps, { caller })
        return {}
      },
    }),
  ],
  [
    'GetAccount',
    signed({
      fields: z.strictObject({}),
      runFor: async (_, { contact, company, session }) => ({
        contact: contactOf({ contact }),
        company: { id: company.id, name: company.name },
        sessionEndsAt: iso(session.expiresAt),
      }),
    }),
  ],
  [
    'ListContacts',
    signed({
      fields: z.strictObject({ page }),
      runFor: async (deps, caller, fields) => ({
        contact: (await listPeople(deps, caller, fields.page)).map((contact) => contactOf({ contact })),
      }),
    }),
  ],
  [
    'ListRequests',
    signed({
      fields: z.strictObject({}),
      runFor: async (deps, caller) => ({
        request: (await listNewestRequests(deps, caller)).map(({ id, subject, service, text, state, by, createdAt }) => ({
          id,
          subject,
          service,
          text,
          state,
          by,
          createdAt: iso(createdAt),
        })),
      }),
    }),
  ],
  [
    'CreateRequest',
    signed({
      fields: z.strictObject({ subject, service: subject, text }),
      runFor: async (deps, caller, fields, visit) => await makeRequest(deps, { by: caller, ...fields, visit }),
    }),
  ],
])
