import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { client, code, instant, recoveryCode, typedPassword } from './fields.ts'

/** How a key left the server: on the screen, as an image file, or on paper. */
export const copyKind = z.enum(['png', 'svg', 'print'])
export type CopyKind = z.infer<typeof copyKind>

/** A key to be scanned or typed: the otpauth URI for the QR, and the same secret in Base32 (RFC 4648, 32 characters, no padding). */
export const key = {
  uri: z.string(),
  key: z.string(),
  issuer: z.string(),
  login: z.string(),
}

export const twoFactor = {
  'GET /api/two-factor': endpoint({
    summary: 'The state of login verification, and every time its key was shown, downloaded or printed.',
    access: 'enrolling',
    reply: z.object({
      state: z.enum(['on', 'off']),
      onSince: instant.nullable(),
      lastCodeAt: instant.nullable(),
      /** Unused recovery codes, of ten; null while verification is off. */
      recoveryCodesLeft: z.int().nullable(),
      /** Starting to switch it on needs the password first, because the sign-in is no longer fresh. */
      passwordNeeded: z.boolean(),
      /** An admin has seen this key while setting it up: it should be renewed. */
      seenBy: z.string().nullable(),
      /** The last call of this contact to the SOAP interface in the last 30 days: it will stop working with ON. */
      soapUse: z.object({ at: instant, operation: z.string(), place: z.string() }).nullable(),
      exposures: z.array(
        z.object({
          id: z.string(),
          at: instant,
          kind: z.enum(['enrolled', 'shown', 'png', 'svg', 'print']),
          by: z.string(),
          sheet: z.string().nullable(),
          ...client,
        }),
      ),
    }),
  }),
  'POST /api/two-factor/enrolment': endpoint({
    summary: 'Begin to switch verification on: a new pending key that dies in ten minutes. Nothing changes until it is confirmed.',
    access: 'enrolling',
    body: z.strictObject({ password: typedPassword.optional() }),
    reply: z.object({ enrolmentId: z.string(), expiresAt: instant, ...key }),
  }),
  'POST /api/two-factor/enrolment/confirm': endpoint({
    summary: 'Switch verification on with a code of the pending key. All other sessions end.',
    access: 'enrolling',
    body: z.strictObject({ enrolmentId: z.string().max(64), code }),
    reply: z.object({ endedSessions: z.int(), recoveryCodes: z.array(z.string()) }),
  }),
  'POST /api/two-factor/check-up': endpoint({
    summary:
      'The check-up two weeks after switching on: a code shows that the phone still has the key; without a code it is put off for good.',
    access: 'signed-in',
    body: z.strictObject({ code: code.optional() }),
    reply: z.null(),
  }),
  'POST /api/two-factor/off': endpoint({
    summary: 'Switch verification off with a fresh code, or with a recovery code. Other sessions and all remembered devices end.',
    access: 'signed-in',
    body: z.strictObject({ code: code.optional(), recoveryCode: recoveryCode.optional() }),
    reply: z.null(),
  }),
  'POST /api/two-factor/key': endpoint({
    summary: 'Show the current key again, for a second phone. Needs the password and a fresh code; logged and mailed.',
    access: 'signed-in',
    body: z.strictObject({ password: typedPassword, code }),
    reply: z.object({ shownForMs: z.int(), ...key }),
  }),
  'POST /api/two-factor/copies': endpoint({
    summary: 'Record that the key on the screen is being downloaded or printed; gives the serial number of the copy.',
    access: 'signed-in',
    body: z.strictObject({ kind: copyKind }),
    reply: z.object({ serial: z.string(), at: instant }),
  }),
  'POST /api/two-factor/recovery-codes': endpoint({
    summary: 'Ten new recovery codes, shown this once; the old ones stop working. Needs a fresh code.',
    access: 'signed-in',
    body: z.strictObject({ code }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
}
