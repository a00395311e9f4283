import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { namespace } from '../testing/soap.ts'
import { serviceNamespace } from './envelope.ts'
import { operations } from './operations.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe('the address', () => {
  const get = (path: string, method = 'GET') => house.app.request(path, { method }, {})
  test('gives the WSDL, with its own address in it and no imports, for any spelling of ?wsdl', async () => {
    for (const path of ['/soap?wsdl', '/soap?WSDL', '/soap?wsdl=']) {
      const answer = await get(path)
      const text = await answer.text()
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
      expect(text).toContain('<soap:address location="http://localhost:3000/soap"/>')
      expect(text).toContain(`targetNamespace="${serviceNamespace}"`)
      expect(text).not.toMatch(/import|include|schemaLocation/)
    }
  })
  test('describes exactly the operations there are, with exactly their fields', async () => {
    const text = await (await get('/soap?wsdl')).text()
    const described = [...text.matchAll(/<xs:element name="([A-Z]\w+)"><xs:complexType><xs:sequence>(.*?)<\/xs:sequence>/g)]
      .filter(([, name]) => !name?.endsWith('Response'))
      .map(([, name = '', fields = '']) => [name, [...fields.matchAll(/name="(\w+)"/g)].map(([, field]) => field)] as const)
    const known = [...operations].map(([name, operation]) => {
      const fields = Object.keys((operation.fields as z.ZodObject).shape)
      return [name, 'run' in operation ? fields : ['session', ...fields]] as const
    })
    expect(described).toEqual(known)
    for (const [name] of known) expect(text).toContain(`soapAction="${namespace}#${name}"`)
  })
  test('has nothing for other methods and paths', async () => {
    for (const [path, method] of [
      ['/soap', 'GET'],
      ['/soap/', 'GET'],
      ['/soap/x?wsdl', 'GET'],
      ['/soap', 'PUT'],
      ['/soap', 'DELETE'],
    ] as const)
      expect((await get(path, method)).status).toBe(404)
  })
})
