import { type Endpoint, endpoints, problemDocument } from '@porta/shared'
import { z } from 'zod'
import { caseCookie, challengeCookie, sessionCookie } from './cookies.ts'

const schema = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, target: 'draft-2020-12' })
  return rest
}

/** The OpenAPI 3.1 document of the whole contract. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [key, endpoint] of Object.entries(endpoints)) {
    const [method = '', path = ''] = key.split(' ')
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(method, path, endpoint as Endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Porta',
      version: '1',
      description:
        'All bodies are JSON, but for files. Every change needs the Origin header of the site itself. Instants are milliseconds since 1970-01-01T00:00:00Z. ' +
        'Every refusal is an RFC 9457 problem document whose `code` is stable.',
    },
    paths,
    components: {
      schemas: { Problem: schema(problemDocument, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        challenge: { type: 'apiKey', in: 'cookie', name: challengeCookie },
        case: { type: 'apiKey', in: 'cookie', name: caseCookie },
      },
    },
  }
}

function operation(method: string, path: string, endpoint: Endpoint) {
  const { access, summary, query, body, upload, reply, media } = endpoint
  const parameters = [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(query ? queryParameters(query) : []),
    ...(method === 'GET'
      ? []
      : [{ name: 'Origin', in: 'header', required: true, schema: { type: 'string' }, description: 'The origin of PUBLIC_URL.' }]),
  ]
  const isEmpty = reply instanceof z.ZodNull
  return {
    operationId: `${method} ${path}`.replaceAll(/[^A-Za-z]+/g, '-').toLowerCase(),
    summary,
    'x-access': access,
    ...(access === 'open' ? { security: [] } : { security: [{ [access === 'challenge' || access === 'case' ? access : 'session']: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } } } : {}),
    ...(upload ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      ...(isEmpty
        ? { 204: { description: 'Done.' } }
        : { 200: { description: 'Done.', content: { [media ?? 'application/json']: { schema: schema(reply, 'output') } } } }),
      default: { description: 'Refused.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

function queryParameters(query: z.ZodType) {
  const { properties = {}, required = [] } = schema(query, 'input') as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(properties).map(([name, type]) => ({ name, in: 'query', required: required.includes(name), schema: type }))
}
