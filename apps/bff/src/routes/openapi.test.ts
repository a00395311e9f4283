import { endpoints } from '@porta/shared'
import { expect, test } from 'vitest'
import { openapi } from './openapi.ts'

type Operation = {
  operationId: string
  summary: string
  requestBody?: object
  parameters?: { name: string; in: string }[]
  responses: Record<string, object>
}
const document = openapi()
const operationOf = (key: string) => {
  const [method = '', path = ''] = key.split(' ')
  return document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation
}

test.each(Object.entries(endpoints))('the document lists %s with its body, its parameters and its answers', (key, endpoint) => {
  const operation = operationOf(key)
  expect(operation.summary).toBe(endpoint.summary)
  expect('requestBody' in operation).toBe('body' in endpoint || 'upload' in endpoint)
  expect(operation.responses).toHaveProperty('default')
  const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)
  expect(named).toEqual([...key.matchAll(/:(\w+)/g)].map(([, name]) => name))
  expect((operation.parameters ?? []).some(({ name }) => name === 'Origin')).toBe(!key.startsWith('GET'))
})

test('it is OpenAPI 3.1 and names each operation once', () => {
  expect(document.openapi).toBe('3.1.0')
  const ids = Object.keys(endpoints).map((key) => operationOf(key).operationId)
  expect(new Set(ids).size).toBe(ids.length)
})
