import type { ReactNode } from 'react'
import type { Reply } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'

/** A person of the company as the list shows them. */
export type Contact = Reply<'GET /api/contacts'>['contacts'][number]

/** The same with all that an admin needs to decide. */
export type ContactInFull = Reply<'GET /api/contacts/:contactId'>

/** How verification is switched on here and now: the wizard, which belongs to another feature. */
export type HereAndNow = (contact: Pick<Contact, 'id' | 'name'>, onClose: () => void) => ReactNode

/** Whether login verification is on, with whatever key. */
export const isOn = ({ verification }: Pick<Contact, 'verification'>) => verification === 'on' || verification === 'seen'

/** Everything that says something about people is asked for again. */
export const refreshPeople = () =>
  refresh('GET /api/contacts', 'GET /api/contacts/:contactId', 'GET /api/company/board', 'GET /api/api-contacts', 'GET /api/me')
