import { z } from 'zod'
import { languages } from './language.ts'

/** What a person types as e-mail; made canonical (trim, NFC, lower case) by the domain, never here. 254: RFC 5321 4.5.3.1.3 less brackets. */
export const email = z.string().min(1).max(254)

/** An e-mail address to be written to: one plain address, no list, no display name, no line break, no control character. */
export const newEmail = z
  .string()
  .min(1)
  .max(254)
  .refine((text) => /^[^\s@<>(),;:"[\]\\\p{C}]{1,64}@[^\s@<>(),;:"[\]\\\p{C}]+\.[^\s@<>(),;:"[\]\\\p{C}.]{2,}$/u.test(text.trim()), {
    params: { problem: 'not-an-email' },
  })

/** A password as typed, any characters, never trimmed. The upper bound only keeps the hash cheap to refuse. */
export const typedPassword = z.string().min(1).max(512)

/**
 * A password to be: 15 to 128 characters (code points after NFC, the form in which it is hashed), any characters, never trimmed,
 * at most 512 bytes. Whether it is easy to guess is for the domain to say.
 */
export const newPassword = z
  .string()
  .max(512)
  .refine((text) => [...text.normalize('NFC')].length >= 15, { params: { problem: 'too-short' } })
  .refine((text) => [...text.normalize('NFC')].length <= 128, { params: { problem: 'too-long' } })
  .refine((text) => new TextEncoder().encode(text.normalize('NFC')).length <= 512, { params: { problem: 'too-long' } })
  .meta({ minLength: 15, maxLength: 128 })

/** The token of a mailed link: 256 random bits in base64url. It travels in the fragment of the address and in bodies, never in a URL that a server sees. */
export const linkToken = z.string().max(64)

/** Six digits of an authenticator app; spaces that came with a paste are dropped. RFC 6238, six digits. */
export const code = z
  .string()
  .max(32)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().regex(/^[0-9]{6}$/))
  .meta({ description: 'Six digits of the authenticator app; spaces are dropped.', examples: ['123456'] })

/** The code that proves a new e-mail address: eight digits, spaces are dropped. */
export const mailedCode = z
  .string()
  .max(32)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().regex(/^[0-9]{8}$/))

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

/** One line that a person writes: no line breaks, no control characters. */
export const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.trim() !== '', { params: { problem: 'required' } })
    .refine((text) => !/[\p{C}\u2028\u2029]/u.test(text), { params: { problem: 'wrong-type' } })

/** Words of a person, several lines of them; tabs and line breaks are the only control characters. */
export const words = (most: number) => wordsOrNone(most).refine((text) => text.trim() !== '', { params: { problem: 'required' } })

/** The same where nothing need be said. */
export const wordsOrNone = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !/(?![\t\n\r])\p{Cc}|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text), {
      params: { problem: 'wrong-type' },
    })

/** The number of a request or of a recovery case: nine digits, read aloud in threes; spaces and dashes are dropped. */
export const caseNumber = z
  .string()
  .max(32)
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9]{9}$/))

/** SHA-256 in base64url of exactly what was on the screen: whoever acts on it says what they saw. */
export const digest = z.string().max(64)
