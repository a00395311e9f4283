import type { Letter } from '../domain/letter.ts'

/**
 * The letters that carry something: a link to a page of the client area, or a code to type. It stands below what it is for:
 * what to do if it was the person (`ifYou`) or was not (`ifNotYou`).
 */
export const enclosures = {
  'half-sign-in': { page: '/not-me', below: 'ifNotYou' },
  'browser-approval': { page: '/approve-browser', below: 'ifYou' },
  'password-reset': { page: '/reset-password', below: 'ifYou' },
  'password-burned': { page: '/reset-password', below: 'ifYou' },
  invitation: { page: '/invitation', below: 'ifYou' },
  'email-code': { page: null, below: 'ifYou' },
  'case-code': { page: null, below: 'ifYou' },
  'case-opened': { page: '/stop-recovery', below: 'ifNotYou' },
  'case-approved': { page: '/stop-recovery', below: 'ifNotYou' },
  'case-completed': { page: '/reset-password', below: 'ifYou' },
} as const satisfies Partial<Record<Letter['kind'], { page: `/${string}` | null; below: 'ifYou' | 'ifNotYou' }>>
export type EnclosureKind = keyof typeof enclosures

export const hasEnclosure = (letter: Letter): letter is Extract<Letter, { kind: EnclosureKind }> => Object.hasOwn(enclosures, letter.kind)

/** What a mail carries, as it is shown: an address whose token is in the fragment, which no server sees, or eight digits in two groups. */
export function showEnclosure(kind: EnclosureKind, secret: string, publicUrl: string) {
  const { page, below } = enclosures[kind]
  return page === null
    ? { below, code: `${secret.slice(0, 4)} ${secret.slice(4)}` }
    : { below, url: `${publicUrl}${page}#${secret}`, host: new URL(publicUrl).host }
}
