import type { Letter } from '../domain/letter.ts'
import type { EnclosureKind } from './enclosure.ts'

type LetterByKind = { [L in Letter as L['kind']]: L }

/** A label and its value, shown on a line of their own. */
export type Fact = readonly [label: string, value: string]

/** One letter in one language, without what all letters share. */
export type Message = {
  /** Without the name of the brand. The same for the same event, and never with anything that came from outside. */
  subject: string
  happened: string
  facts?: readonly Fact[]
  more?: readonly string[]
  ifYou: string
  /** What to do, step by step; or one whole sentence when there is next to nothing to do. */
  ifNotYou: string | readonly string[]
}

/** Stands before the link or the code that a letter carries. */
export type Label = { label: string }

/** How to put an instant into words. */
export type Say = { when: (instant: number) => string }

/** Every letter there is. */
export type Letters = {
  [K in keyof LetterByKind]: (letter: LetterByKind[K], say: Say) => K extends EnclosureKind ? Message & Label : Message
}

/** Those about getting in and about what somebody signs in with: a file of their own in each language. */
export type AccessLetters = Pick<
  Letters,
  | 'half-sign-in'
  | 'reset-required'
  | 'codes-blocked'
  | 'browser-approval'
  | 'new-browser'
  | 'password-reset'
  | 'password-burned'
  | 'password-changed'
  | 'email-code'
  | 'email-change-asked'
  | 'email-in-use'
  | 'email-changed'
  | 'phone-changed'
>

/** Those about the company: its people, its rule and its programs. */
export type CompanyLetters = Pick<
  Letters,
  | 'invitation'
  | 'invitation-in-use'
  | 'contact-changed'
  | 'role-changed'
  | 'deactivated'
  | 'activated'
  | 'left'
  | 'sessions-ended-by-admin'
  | 'verification-on-by-admin'
  | 'verification-required'
  | 'verification-off-by-admin'
  | 'rule-set'
  | 'rule-lifted'
  | 'rule-reminder'
  | 'new-admin'
  | 'admin-no-more'
  | 'admin-verification-off'
  | 'main-account-changed'
  | 'api-contact-made'
  | 'api-password-changed'
  | 'api-addresses-changed'
  | 'api-contact-removed'
  | 'api-password-expires'
  | 'verification-released'
  | 'invitation-accepted'
>

/** Those about authorised requests. */
export type RequestLetters = Pick<Letters, 'request-sent' | 'request-to-sign' | 'request-changed' | 'request-message'>

/** Those about lost devices. */
export type RecoveryLetters = Pick<Letters, Extract<keyof Letters, `case-${string}`>>

/** All words of all mails in one language; a new kind of letter does not compile until each language has it. */
export type Words = {
  greeting: (name: string) => string
  labels: { when: string; browser: string; place: string; expires: string }
  browser: (browser: string, system: string) => string
  ifNotYou: string
  /** Said of the link or the code. */
  once: string
  /** Said of a link that works as long as there is something to stop. */
  whileItLasts: string
  /** Closes every letter: what a genuine one never does. */
  promise: { bare: string; link: (host: string) => string; code: string }
  letters: Letters
}

/** The message of a letter; generic, so that the compiler pairs each kind with its own facts. */
export function messageOf<K extends keyof LetterByKind>(
  letters: Letters,
  kind: K,
  letter: LetterByKind[K],
  say: Say,
): Message & Partial<Label> {
  return letters[kind](letter, say)
}
