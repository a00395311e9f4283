import { blob, integer, text } from 'drizzle-orm/sqlite-core'
import type { Client } from '../../domain/letter.ts'

// Ids are prefixed texts, instants are milliseconds since 1970 (UTC), tokens are kept only as SHA-256.
export const instant = () => integer()
export const hash = () => blob({ mode: 'buffer' })
export const client = () => text({ mode: 'json' }).$type<Client>().notNull()
