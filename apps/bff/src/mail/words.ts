import type { Letter } from '../domain/letter.ts'

type LetterByKind = { [L in Letter as L['kind']]: L }

/** A label and its value, shown on a line of their own. */
export type Fact = readonly [label: string, value: string]

/** One letter in one language, without what all letters share. */
export type Message = {
  /** Without the name of the brand. Never holds anything that came from outside. */
  subject: string
  happened: string
  facts?: readonly Fact[]
  more?: readonly string[]
  ifYou: string
  /** What to do, step by step. */
  ifNotYou: readonly string[]
}

/** How to put an instant and a length of time into words. */
export type Say = { when: (instant: number) => string; howLong: (ms: number) => string }

/** Every letter there is. */
export type Letters = { [K in keyof LetterByKind]: (letter: LetterByKind[K], say: Say) => Message }

/** All words of all mails in one language; a new kind of letter does not compile until each language has it. */
export type Words = {
  greeting: (name: string) => string
  labels: { when: string; browser: string; place: string }
  browser: (browser: string, system: string) => string
  ifNotYou: string
  /** Closes every letter: what a genuine one never does. */
  promise: string
  letters: Letters
}

/** The message of a letter; generic, so that the compiler pairs each kind with its own facts. */
export function messageOf<K extends keyof LetterByKind>(letters: Letters, kind: K, letter: LetterByKind[K], say: Say): Message {
  return letters[kind](letter, say)
}
