import { languages, problemCodes } from '@porta/shared'
import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(['./*/*.ts', '!./*.test.ts'], { query: '?raw', import: 'default', eager: true })
const compiled = import.meta.glob<Record<string, unknown>>(['./*/*.ts', '!./*.test.ts'], { import: 'default', eager: true })
const namespaces = [...new Set(Object.keys(sources).map((path) => path.split('/')[2]))]
const inEachLanguage = namespaces.flatMap((file) => languages.slice(1).map((language) => [language, file] as const))

test.each(inEachLanguage)('%s/%s says everything the Catalan one says', (language, file) => {
  const messages = compiled[`./${language}/${file}`] ?? {}
  expect(Object.keys(messages).toSorted()).toEqual(Object.keys(compiled[`./ca/${file}`] ?? {}).toSorted())
  expect(Object.entries(messages).filter(([, text]) => text === '')).toEqual([])
})

const argumentsOf = (source: string | undefined) => new Set(source?.match(/\{[a-z]\w*(?=[,}])|<\/?\w+>/g))

test.each(inEachLanguage)('%s/%s fills in the same things as the Catalan one', (language, file) => {
  expect(argumentsOf(sources[`./${language}/${file}`])).toEqual(argumentsOf(sources[`./ca/${file}`]))
})

test.each(languages)('every problem code has a sentence in %s', (language) => {
  const sentences = { ...compiled[`./${language}/problems.ts`], ...compiled[`./${language}/problems-inside.ts`] }
  expect([...problemCodes, 'offline'].filter((code) => !sentences[code])).toEqual([])
})
