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
  /** Too many wrong codes in a session, which therefore ended. */
  | { kind: 'codes-blocked' }
  | { kind: 'recovery-code-used'; left: number }
  | { kind: 'recovery-codes-renewed' }
  /** Right password, no code. The newest few, how many in all since the last such mail, and the link "this was not me". */
  | { kind: 'half-sign-in'; count: number; signIns: { at: number; client: Client }[]; expiresAt: number }
  | { kind: 'reset-required' }
  /** With a link that makes the browser that opens it known. */
  | { kind: 'browser-approval'; expiresAt: number }
  | { kind: 'new-browser' }
  /** With a link. */
  | { kind: 'password-reset'; expiresAt: number }
  /** "This was not me" was answered: the password is gone. With a link to set a new one. */
  | { kind: 'password-burned'; expiresAt: number }
  | { kind: 'password-changed'; by: 'reset' | 'change' }
  /** To the new address, with a code to type. */
  | { kind: 'email-code'; expiresAt: number }
  /** To the old address, before anything has changed. */
  | { kind: 'email-change-asked'; email: string }
  /** To an address that has an account already: somebody wanted it for theirs. */
  | { kind: 'email-in-use' }
  /** To both addresses. */
  | { kind: 'email-changed'; from: string; to: string }
  /** With a link. To somebody who is not a contact yet. */
  | { kind: 'invitation'; company: string; by: string; expiresAt: number }
  /** To an address that has an account already: somebody invited it to another company. */
  | { kind: 'invitation-in-use'; company: string; by: string }
  /** Changes that an admin made to this contact; `by` is the admin's name. */
  | { kind: 'contact-changed'; by: string; what: ('name' | 'phone' | 'language')[] }
  | { kind: 'role-changed'; by: string; role: 'admin' | 'member' }
  | { kind: 'deactivated'; by: string }
  | { kind: 'activated'; by: string }
  | { kind: 'left'; by: string; company: string }
  | { kind: 'sessions-ended-by-admin'; by: string }
  | { kind: 'verification-on-by-admin'; by: string }
  | { kind: 'verification-required'; by: string }
  | { kind: 'verification-off-by-admin'; by: string; reason: string; setUpAnew: boolean }
  | { kind: 'rule-set'; by: string; from: number }
  | { kind: 'rule-lifted'; by: string }
  /** To those who do not have it yet. */
  | { kind: 'rule-reminder'; from: number; days: number }
  /** To all admins of the company. */
  | { kind: 'new-admin'; by: string; who: string }
  | { kind: 'admin-no-more'; by: string; who: string }
  | { kind: 'admin-verification-off'; by: string; who: string }
  | { kind: 'main-account-changed'; by: string; who: string }
  | { kind: 'api-contact-made'; by: string; login: string }
  | { kind: 'api-password-changed'; by: string; login: string }
  | { kind: 'api-addresses-changed'; by: string; login: string }
  | { kind: 'api-contact-removed'; by: string; login: string }
  | { kind: 'api-password-expires'; login: string; expiresAt: number }
  /** "At the next sign-in" was taken back. */
  | { kind: 'verification-released'; by: string }
  /** To whoever invited, and the other admins; of a new admin they are told by `new-admin`. */
  | { kind: 'invitation-accepted'; who: string; email: string; role: 'member' | 'support' }
  /** Authorised requests. `number` in threes, such as 482 177 305. */
  | { kind: 'request-sent'; number: string; subject: string; assurance: 'code' | 'trusted-device' | 'password' | 'program' }
  | { kind: 'request-to-sign'; number: string; subject: string; by: string; expiresAt: number }
  /** The reason only where it was refused, else empty. */
  | { kind: 'request-changed'; number: string; subject: string; state: 'in-progress' | 'done' | 'refused' | 'withdrawn'; reason: string }
  /** The desk wrote; the words stay in the client area. */
  | { kind: 'request-message'; number: string; subject: string; by: string }
  /** Lost devices. With the code that opens the page of the case. */
  | { kind: 'case-code'; number: string; expiresAt: number }
  /** To everybody concerned, the person too, with a link that stops it: opened, and approved by two of the desk. */
  | { kind: 'case-opened'; number: string; who: string; company: string }
  | { kind: 'case-approved'; number: string; who: string; company: string; until: number }
  /** To the person. */
  | { kind: 'case-submitted'; number: string; answerBy: number }
  | { kind: 'case-asked-again'; number: string; message: string; expiresAt: number }
  | { kind: 'case-refused'; number: string; reason: string }
  | { kind: 'case-expired'; number: string }
  /** With a link to set a new password. */
  | { kind: 'case-completed'; number: string; expiresAt: number; careUntil: number }
  /** To everybody who was told that it was opened. `by`: a name, or empty when it was a link of a mail. */
  | { kind: 'case-stopped'; number: string; who: string; by: string }
  | { kind: 'case-withdrawn'; number: string; who: string }
  | { kind: 'case-vouched'; number: string; who: string; by: string }
  | { kind: 'case-over'; number: string; who: string; careUntil: number }
  /** Numbers as people read them; empty when there was or is none. */
  | { kind: 'phone-changed'; from: string; to: string }

/** When, where and for whom a letter was caused. `at` in milliseconds since 1970. */
export type LetterFacts = { name: string; login: string; at: number; client: Client }
