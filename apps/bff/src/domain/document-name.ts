/**
 * A file's name as it is shown: without its path, in one line, without anything that cannot be seen or turns the reading direction
 * round, and not too long. It is never the name of a file of ours.
 */
export function displayName(name: string, type: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = last
    .replaceAll(/[\p{C}\u2028\u2029]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .trim()
  const shown = [...visible]
  if (shown.length === 0) return `document.${type}`
  return shown.length > 100 ? `${shown.slice(0, 80).join('')}…${shown.slice(-19).join('')}` : visible
}
