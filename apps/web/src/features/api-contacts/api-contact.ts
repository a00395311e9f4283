import type { Reply } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'

export type ApiContacts = Reply<'GET /api/api-contacts'>
export type ApiContact = ApiContacts['apiContacts'][number]

export const refreshApiContacts = () => refresh('GET /api/api-contacts')

/** Addresses as typed in one line, by commas or spaces. */
export const splitAddresses = (line: string) => line.split(/[\s,;]+/).filter(Boolean)

/** From when on the end of a password is said aloud: 30 days before, as the first mail about it. */
const soonMs = 30 * 24 * 60 * 60 * 1000
export const endsSoon = ({ expiresAt }: Pick<ApiContact, 'expiresAt'>) => expiresAt !== null && expiresAt - Date.now() < soonMs
