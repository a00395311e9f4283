import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import type { Rules } from '../config.ts'
import { Problem } from '../domain/problem.ts'

export const serviceNamespace = 'urn:porta:soap:v1'
export const envelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/'
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'
const inclusion = 'http://www.w3.org/2001/XInclude'

/** The fault codes of SOAP 1.1, section 4.4.1. */
export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand'

/** A message that is no request of this service. What the parser says stays here: it can quote what was sent. */
export class NotUnderstood extends Problem {
  readonly faultcode: FaultCode
  constructor(faultcode: FaultCode = 'Client') {
    super('not-understood')
    this.faultcode = faultcode
  }
}

type Element = {
  name: string
  uri: string
  children: Element[]
  text: string
  isNil: boolean
  isPacked: boolean
  mustBeUnderstood: boolean
}

/** What was asked for: the operation, and each field as the string it was sent as. */
export type Call = { operation: string; fields: Map<string, string> }

/**
 * Reads a SOAP 1.1 request in one pass, namespaces and all. No document type, no entities but the five of XML, no processing
 * instructions; size, depth and numbers are limited while it is read, so that nothing large is ever built.
 * Refuses with `NotUnderstood`, or with `invalid-input` when an element of the operation comes twice or holds others.
 */
export function readCall(xml: string, limits: Rules['soap']): Call {
  const envelope = parse(xml, limits)
  if (envelope?.name !== 'Envelope') throw new NotUnderstood()
  if (envelope.uri !== envelopeNamespace) throw new NotUnderstood('VersionMismatch')
  const [first, ...rest] = envelope.children
  const isHeader = first !== undefined && isOfEnvelope(first, 'Header')
  if (isHeader && first.children.some(({ mustBeUnderstood }) => mustBeUnderstood)) throw new NotUnderstood('MustUnderstand')
  const [body, ...more] = isHeader ? rest : envelope.children
  if (!body || more.length > 0 || !isOfEnvelope(body, 'Body')) throw new NotUnderstood()
  const [operation, ...others] = body.children
  if (operation?.uri !== serviceNamespace || others.length > 0 || [envelope, body, operation].some(hasText)) throw new NotUnderstood()
  return { operation: operation.name, fields: fieldsOf(operation) }
}

const isOfEnvelope = ({ name, uri }: Element, wanted: string) => name === wanted && uri === envelopeNamespace

/** Text beside elements: nothing of ours has it, and a reader that skips it would see another request. */
const hasText = ({ text }: Element) => text.trim() !== ''

function fieldsOf(operation: Element): Map<string, string> {
  const fields = new Map<string, string>()
  const seen = new Set<string>()
  for (const { name, uri, children, text, isNil, isPacked } of operation.children) {
    // SOAP::Lite leaves the namespace of the children away.
    if (uri !== serviceNamespace && uri !== '') throw new Problem('invalid-input', { fields: { [fieldName(name)]: 'unknown-field' } })
    if (children.length > 0 || isPacked || seen.has(name))
      throw new Problem('invalid-input', { fields: { [fieldName(name)]: 'wrong-type' } })
    seen.add(name)
    if (!isNil) fields.set(name, text)
  }
  return fields
}

/** What cannot be a name of ours is not repeated to the sender. */
const fieldName = (name: string) => (/^[A-Za-z]\w{0,63}$/.test(name) ? name : 'body')

function parse(xml: string, limits: Rules['soap']): Element | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Element[] = []
  let root: Element | undefined
  let elements = 0
  let attributes = 0
  const refuse = () => {
    throw new NotUnderstood()
  }
  const add = (text: string) => {
    const element = open.at(-1)
    if (!element) return
    // Joined, whatever stands between: a comment inside a password neither cuts nor hides a part of it.
    if (element.text.length + text.length > limits.textCharacters) refuse()
    element.text += text
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('processinginstruction', refuse)
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0' || !/^utf-8$/i.test(encoding ?? 'utf-8')) refuse()
  })
  parser.on('opentagstart', ({ name }) => {
    attributes = 0
    if (open.length >= limits.depth || ++elements > limits.elements || name.length > limits.nameCharacters) refuse()
  })
  parser.on('attribute', ({ name, value }) => {
    if (++attributes > limits.attributes || name.length > limits.nameCharacters || value.length > limits.textCharacters) refuse()
  })
  parser.on('opentag', ({ local, uri, attributes: found }) => {
    if (uri === inclusion) refuse()
    const element = { name: local, uri, children: [], text: '', ...marksOf(Object.values(found)) }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

const isTrue = (value: string) => /^\s*(1|true)\s*$/.test(value)

function marksOf(attributes: SaxesAttributeNS[]) {
  const value = (uri: string, name: string) => attributes.find((a) => a.uri === uri && a.local === name)?.value ?? ''
  return {
    isNil: isTrue(value(schemaInstance, 'nil')),
    /** Not the text itself but a packed form of it: taken as it is, a password would be another one. */
    isPacked: /(^|:)(base64|base64Binary|hexBinary)$/.test(value(schemaInstance, 'type').trim()),
    mustBeUnderstood: isTrue(value(envelopeNamespace, 'mustUnderstand')),
  }
}
