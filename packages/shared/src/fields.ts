import { z } from 'zod'
import { languages } from './language.ts'

/** What a person types as e-mail; made canonical (trim, NFC, lower case) by the domain, never here. 254: RFC 5321 4.5.3.1.3 less brackets. */
export const email = z.string().min(1).max(254)

/** A password as typed, any characters, never trimmed. The upper bound only keeps the hash cheap to refuse. */
export const typedPassword = z.string().min(1).max(512)

/** Six digits of an authenticator app; spaces that came with a paste are dropped. RFC 6238, six digits. */
export const code = z
  .string()
  .max(32)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().regex(/^[0-9]{6}$/))
  .meta({ description: 'Six digits of the authenticator app; spaces are dropped.', examples: ['123456'] })

/** A recovery code: ten letters and digits, typed with or without the dash and in any case. */
export const recoveryCode = z
  .string()
  .max(32)
  .transform((text) => text.replaceAll(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-z]{10}$/))
  .meta({ description: 'Ten letters and digits, with or without the dash, in any case.', examples: ['k3v9x-2mq7a'] })

/** Instants travel as milliseconds since 1970-01-01T00:00:00Z. */
export const instant = z.int()

export const language = z.enum(languages)

/** A browser as a person knows it. `browser` and `system` are product names such as "Firefox" and "Linux", empty when unknown; `place` is the network part of the address. */
export const client = { browser: z.string(), system: z.string(), place: z.string() }

/** How strongly a session was proved: password where verification is off, a remembered device, or a code. */
export const assurance = z.enum(['password', 'trusted-device', 'code'])
export type Assurance = z.infer<typeof assurance>

/** A fresh proof for one act: a code where verification is on, the password where it is off. */
export const proof = { code: code.optional(), password: typedPassword.optional() }
