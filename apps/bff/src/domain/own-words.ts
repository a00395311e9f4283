/** What a stranger who knows a person tries first: the words of their name, address, company, and of this product. */
export type Owner = { contact: { name: string; login: string }; company: { name: string } }

/** Lower case, without accents: how words are compared here. */
export const plainLetters = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of three characters or more, the longest first; `issuer` is the name of the product. */
export function ownWords({ contact, company }: Owner, issuer: string): string[] {
  const [mailbox = '', domain = ''] = contact.login.split('@')
  // The end of a domain (.com, .example) is nobody's own.
  const texts = [contact.name, mailbox, domain.replace(/\.[^.]*$/, ''), company.name, issuer]
  const words = texts.flatMap((text) => plainLetters(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => [...word].length >= 3)
  return [...new Set(words)].sort((a, b) => b.length - a.length)
}

/** How many characters of a password are the person's own invention: all but the words in it. */
export function charactersBeside(words: readonly string[], password: string): number {
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plainLetters(password))
  return [...rest].length
}
