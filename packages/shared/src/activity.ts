import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { client, instant } from './fields.ts'

/** Every security event that is kept, by what it is about: the filters of the activity page. */
export const eventTopics = {
  'signing-in': [
    'sign-in',
    'sign-in-refused',
    'code-awaited',
    'half-sign-in',
    'half-sign-ins-answered',
    'code-refused',
    'codes-blocked',
    'reset-required',
    'browser-approval-sent',
    'browser-approved',
    'new-browser',
    'sign-out',
    'not-me',
  ],
  verification: [
    'verification-on',
    'verification-off',
    'check-up-passed',
    'check-up-put-off',
    'key-enrolled',
    'key-shown',
    'key-copied',
    'recovery-code-used',
    'recovery-codes-renewed',
  ],
  devices: ['device-remembered', 'device-forgotten', 'devices-forgotten', 'device-token-reused', 'session-ended', 'sessions-ended'],
  account: [
    'password-reset-sent',
    'password-reset',
    'password-changed',
    'email-change-asked',
    'email-changed',
    'phone-changed',
    'language-changed',
    'contact-changed',
  ],
  people: [
    'contact-invited',
    'invitation-withdrawn',
    'invitation-accepted',
    'role-changed',
    'main-account-changed',
    'contact-deactivated',
    'contact-activated',
    'contact-left',
    'verification-required',
    'verification-released',
    'rule-set',
    'rule-lifted',
  ],
  programs: ['api-contact-made', 'api-password-changed', 'api-addresses-changed', 'api-contact-removed', 'soap-sign-in', 'soap-refused'],
  requests: [
    'request-made',
    'request-drafted',
    'request-redrafted',
    'request-declined',
    'request-withdrawn',
    'request-assigned',
    'request-answered',
    'request-in-progress',
    'request-done',
    'request-refused',
    'caller-looked-up',
  ],
  recovery: [
    'case-opened',
    'case-entered',
    'case-document-added',
    'case-document-removed',
    'case-document-read',
    'case-submitted',
    'case-claimed',
    'case-released',
    'case-vouched',
    'case-asked-again',
    'case-approved',
    'case-refused',
    'case-stopped',
    'case-withdrawn',
    'case-expired',
    'case-completed',
  ],
} as const
export type EventTopic = keyof typeof eventTopics
export type EventKind = (typeof eventTopics)[EventTopic][number]
export const eventTopic = z.enum(Object.keys(eventTopics) as EventTopic[])
/** The same in one list. */
export const eventKinds: readonly EventKind[] = Object.values(eventTopics).flat()
export const eventKind = z.enum(eventKinds)

export const activity = {
  'GET /api/activity': endpoint({
    summary: 'What happened to this account, newest first, 25 at a time.',
    access: 'signed-in',
    query: z.strictObject({
      topic: eventTopic.optional(),
      /** Instants in milliseconds: only what happened from `from` on, and before `to`. */
      from: z.coerce.number().int().min(0).optional(),
      to: z.coerce.number().int().min(0).optional(),
      /** What `next` of the page before said. */
      after: z.string().max(100).optional(),
    }),
    reply: z.object({
      events: z.array(
        z.object({
          id: z.string(),
          at: instant,
          kind: eventKind,
          /** Who did it, when it was somebody else; null when it was the person or nobody can tell. */
          by: z.string().nullable(),
          details: z.record(z.string(), z.union([z.string(), z.number()])),
          ...client,
        }),
      ),
      /** Where the next page begins; null at the end. */
      next: z.string().nullable(),
    }),
  }),
}
