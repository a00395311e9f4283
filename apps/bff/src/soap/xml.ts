import { envelopeNamespace, type FaultCode, serviceNamespace } from './envelope.ts'

/** What an answer is made of; undefined leaves an element away, a list repeats it. */
export type Value = string | number | undefined | readonly Value[] | { readonly [name: string]: Value }

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' }

/** Any text as XML 1.0 may hold it: markup escaped, characters that XML has no form for replaced. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to keep out of XML
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"'\r]/g, (character) => named[character] ?? character)

function element(name: string, value: Value): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('')
  return `<${name}>${content(value)}</${name}>`
}

const content = (value: Value) =>
  typeof value === 'object'
    ? Object.entries(value)
        .map(([name, inner]) => element(name, inner))
        .join('')
    : escaped(String(value))

const enveloped = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<soap:Envelope xmlns:soap="${envelopeNamespace}"><soap:Body>${body}</soap:Body></soap:Envelope>`

/** The answer to an operation. */
export const replyXml = (operation: string, value: Value) =>
  enveloped(`<${operation}Response xmlns="${serviceNamespace}">${content(value)}</${operation}Response>`)

/** A SOAP 1.1 fault; `problem` is what a program can act on. */
export const faultXml = (code: FaultCode, text: string, problem: Value) =>
  enveloped(
    `<soap:Fault><faultcode>soap:${code}</faultcode><faultstring>${escaped(text)}</faultstring>` +
      `<detail><problem xmlns="${serviceNamespace}">${content(problem)}</problem></detail></soap:Fault>`,
  )
