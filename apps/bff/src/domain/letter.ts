/** A browser as a person knows it: product names and the network part of its address; empty strings when unknown. */
export type Client = { browser: string; system: string; place: string }

/** What a mail tells, without its words: the words of every language are in mail/messages. */
export type Letter =
  | { kind: 'verification-on'; endedSessions: number }
  | { kind: 'verification-off'; by: 'code' | 'recovery-code' }
  | { kind: 'key-shown' }
  | { kind: 'key-copied'; copy: 'png' | 'svg' | 'print'; serial: string }
  | { kind: 'device-remembered'; expiresAt: number }
  | { kind: 'device-token-reused' }
  | { kind: 'codes-blocked'; waitMs: number }
  | { kind: 'recovery-code-used'; left: number }
  | { kind: 'recovery-codes-renewed' }

/** When, where and for whom a letter was caused. `at` in milliseconds since 1970. */
export type LetterFacts = { name: string; login: string; at: number; client: Client }
