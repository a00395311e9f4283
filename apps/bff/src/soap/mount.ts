import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { Problem } from '../domain/problem.ts'
import { findSoapCaller, type SoapVisit } from '../domain/soap-session.ts'
import { addressGroup, addressOf, placeOf } from '../routes/client.ts'
import { readInput } from '../routes/input.ts'
import type { Env } from '../routes/mount.ts'
import { type Call, NotUnderstood, readCall, serviceNamespace } from './envelope.ts'
import { faultReply } from './faults.ts'
import { readMessage } from './message.ts'
import { operations } from './operations.ts'
import { wsdl } from './wsdl.ts'
import { replyXml, type Value } from './xml.ts'

const xml = { 'content-type': 'text/xml; charset=utf-8' }

/** The interface for old programs: SOAP 1.1, document/literal. It knows no cookies, so that no page can call it in somebody's name. */
export function mountSoap(app: Hono<Env>, deps: Deps) {
  const description = wsdl(`${deps.config.publicUrl}/soap`)
  const turns = atOnce(deps.config.rules.api.atOnce)
  app.get('/soap', (c) => {
    if (!Object.keys(c.req.query()).some((name) => name.toLowerCase() === 'wsdl')) throw new Problem('not-found')
    return c.body(description, 200, xml)
  })
  app.post('/soap', async (c) => {
    try {
      const call = readCall(await readMessage(c, deps.config.rules), deps.config.rules.soap)
      demandAction(c.req.header('soapaction'), call)
      return c.body(replyXml(call.operation, await answer(deps, call, visitOf(deps, c), turns)), 200, xml)
    } catch (reason) {
      return faultReply(c, reason, c.get('requestId'), deps.log)
    }
  })
}

/** Access first, as everywhere: who has no session learns nothing about the other fields. */
async function answer(deps: Deps, { operation: name, fields }: Call, visit: SoapVisit, turns: ReturnType<typeof atOnce>): Promise<Value> {
  const operation = operations.get(name)
  if (!operation) throw new Problem('not-found')
  if ('run' in operation) return await operation.run(deps, readInput(operation.fields, plain(fields)), visit)
  const token = fields.get('session')
  if (token === undefined) throw new Problem('invalid-input', { fields: { session: 'required' } })
  const caller = await findSoapCaller(deps, { token, operation: name, visit })
  return await turns(caller.contact.id, async () => {
    fields.delete('session')
    return await operation.runFor(deps, caller, readInput(operation.fields, plain(fields)), visit)
  })
}

/** An object without ancestors: `__proto__` is a field like any other, and unknown. */
const plain = (fields: Map<string, string>) => {
  const object: Record<string, string> = Object.create(null)
  for (const [name, value] of fields) object[name] = value
  return object
}

/** The header, where there is one, names what the body asks for: a filter in between has seen the same call as we do. */
function demandAction(header: string | undefined, { operation }: Call) {
  const action = (header ?? '').trim().replace(/^"(.*)"$/, '$1')
  if (action !== '' && ![operation, `${serviceNamespace}#${operation}`, `${serviceNamespace}/${operation}`].includes(action))
    throw new NotUnderstood()
}

/** So many calls of one contact run at the same time; the next is told to come again. */
function atOnce(most: number) {
  const running = new Map<string, number>()
  return async <T>(contactId: string, work: () => Promise<T>): Promise<T> => {
    const count = running.get(contactId) ?? 0
    if (count >= most) throw new Problem('busy', { retryAfterSeconds: 1 })
    running.set(contactId, count + 1)
    try {
      return await work()
    } finally {
      const left = (running.get(contactId) ?? 1) - 1
      if (left > 0) running.set(contactId, left)
      else running.delete(contactId)
    }
  }
}

function visitOf(deps: Deps, c: Context<Env>): SoapVisit {
  const source = addressOf(c, deps.config)
  const client = { browser: 'SOAP', system: '', place: placeOf(source) }
  return { client, address: addressGroup(source), source, requestId: c.get('requestId') }
}
