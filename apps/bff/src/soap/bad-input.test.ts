import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { dump } from '../testing/rows.ts'
import { enveloped, type Message, namespace, request, type SoapClient, soapClient } from '../testing/soap.ts'

let house: TestHouse
let program: SoapClient
let email: string
beforeAll(async () => {
  house = await openTestHouse()
  email = await house.person()
  program = soapClient(house)
})

const login = (inner: string, more = '') => `<Login xmlns="${namespace}"${more}>${inner}</Login>`
const right = () => `<login>${email}</login><password>${password}</password>`
const message = (inner = right()) => enveloped(login(inner))

/** What is refused changes nothing, says nothing of the parser or the machine, and does not repeat what was sent. */
async function refuses(xml: Message, code: string, headers: Record<string, string> = {}) {
  const before = await dump(house.engine)
  const answer = await program.send(xml, headers)
  expect(await dump(house.engine)).toBe(before)
  expect(answer.code).toBe(code)
  expect(answer.xml).not.toMatch(/saxes|node:|at \/|SQLITE|\.ts|long enough/)
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return answer
}
const times = (count: number, text: string) => text.repeat(count)
const names = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join('')

test('the messages of these tests are right but for what each test changes', async () => {
  expect((await program.send(message())).status).toBe(200)
})

describe('what could expand, include or run is refused before anything is built', () => {
  const bomb = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${names(9, (n) => `<!ENTITY a${n} "${times(10, n === 0 ? '&a;' : `&a${n - 1};`)}">`)}]>`
  const withPrologue = (prologue: string, inner = right()) => message(inner).replace('?>', `?>${prologue}`)
  test.each([
    ['a document type', () => withPrologue('<!DOCTYPE Envelope>')],
    ['a document type from elsewhere', () => withPrologue('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">')],
    ['a billion laughs', () => withPrologue(bomb, '<login>&a8;</login><password>x</password>')],
    ['a file', () => withPrologue('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '<login>&f;</login><password>x</password>')],
    ['a parameter entity', () => withPrologue('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]>')],
    ['an unknown entity', () => message('<login>&nbsp;</login><password>x</password>')],
    ['a processing instruction', () => withPrologue('<?php echo 1; ?>')],
    ['a stylesheet', () => withPrologue('<?xml-stylesheet href="x.xsl"?>')],
    ['an instruction in the body', () => message(`${right()}<?run x?>`)],
    ['XInclude in place of a field', () => message('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>')],
    ['XInclude in a field', () => message('<login><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></login>')],
    ['a forbidden character by number', () => message('<login>&#0;</login><password>x</password>')],
    ['half of a surrogate pair by number', () => message('<login>&#xD800;</login><password>x</password>')],
    ['another version of XML', () => message().replace('version="1.0"', 'version="1.1"')],
    ['another encoding by declaration', () => message().replace('utf-8', 'ISO-8859-1')],
  ])('%s', async (_, xml) => {
    await refuses(xml(), 'not-understood')
  })
})

describe('what is too deep, too much or too long is refused', () => {
  test.each([
    ['depth', () => message(times(31, '<a>') + times(31, '</a>'))],
    ['2,001 elements', () => message(times(1998, '<a/>'))],
    ['33 attributes', () => message(`<login${names(33, (n) => ` a${n}="1"`)}>x</login>`)],
    ['an element name of 129', () => message(`<${times(129, 'a')}/>`)],
    ['an attribute name of 129', () => message(`<login ${times(129, 'a')}="1">x</login>`)],
    ['text of 64 KiB and one', () => message(`<login>${times(65_537, 'a')}</login>`)],
    ['the same as CDATA', () => message(`<login><![CDATA[${times(65_537, 'a')}]]></login>`)],
    ['the same in pieces', () => message(`<login>${times(5, `${times(14_000, 'a')}<!-- -->`)}</login>`)],
    ['an attribute of 64 KiB and one', () => message(`<login a="${times(65_537, 'a')}">x</login>`)],
  ])('%s', async (_, xml) => {
    await refuses(xml(), 'not-understood')
  })
  test('and just below it is read', async () => {
    for (const inner of [times(1997, '<a/>'), `<login${names(32, (n) => ` a${n}="1"`)}>x</login>`, `<login>${times(65_536, 'a')}</login>`])
      await refuses(message(inner), 'invalid-input')
  })
  test('a body over 256 KiB, its length told or not', async () => {
    const large = `${message()}${times(262_144, ' ')}`
    expect((await refuses(large, 'too-large')).status).toBe(413)
    const ten = new Blob([times(10 * 1024 * 1024, 'a')]).stream()
    expect((await refuses(ten, 'too-large')).status).toBe(413)
    await refuses('x', 'too-large', { 'content-length': '262145' })
  })
})

describe('bytes that are not UTF-8 text as declared are refused', () => {
  const utf16 = (xml: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
  test.each<[string, () => Message, Record<string, string>, string]>([
    ['gzip', () => gzipSync(message()), { 'content-encoding': 'gzip' }, 'not-json'],
    ['gzip that is not said', () => gzipSync(message()), {}, 'not-understood'],
    ['identity, said', () => message(), { 'content-encoding': 'identity' }, 'not-json'],
    ['UTF-16', () => utf16(message()), {}, 'not-understood'],
    ['UTF-16 by charset', () => utf16(message()), { 'content-type': 'text/xml; charset=utf-16' }, 'not-json'],
    ['UTF-7', () => Buffer.from(message().replaceAll('<', '+ADw-')), {}, 'not-understood'],
    ['UTF-7 by charset', () => message(), { 'content-type': 'text/xml; charset=UTF-7' }, 'not-json'],
    ['Latin-1', () => Buffer.from(message('<login>ü</login><password>x</password>'), 'latin1'), {}, 'not-understood'],
    ['an overlong slash', () => Buffer.concat([Buffer.from('<a>'), Buffer.from([0xc0, 0xaf]), Buffer.from('</a>')]), {}, 'not-understood'],
    ['JSON', () => '{}', { 'content-type': 'application/json' }, 'not-json'],
    ['a form', () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 'not-json'],
    ['multipart', () => message(), { 'content-type': 'multipart/related; type="text/xml"' }, 'not-json'],
    ['plain text', () => message(), { 'content-type': 'text/plain' }, 'not-json'],
    ['nothing', () => '', {}, 'not-understood'],
    ['two documents', () => message() + message(), {}, 'not-understood'],
    ['half a document', () => message().slice(0, -20), {}, 'not-understood'],
  ])('%s', async (_, body, headers, code) => {
    expect((await refuses(body(), code, headers)).status).toBe(code === 'not-json' ? 415 : 500)
  })
  test('and a byte order mark, chunks, quotes and capitals are read', async () => {
    expect((await program.send(`\ufeff${message()}`)).status).toBe(200)
    expect((await program.send(new Blob([message()]).stream())).status).toBe(200)
    for (const type of ['TEXT/XML;charset="UTF-8"', 'text/xml', 'application/soap+xml; charset=utf-8'])
      expect((await program.send(message(), { 'content-type': type })).status).toBe(200)
  })
})

describe('one message has one meaning', () => {
  const body = (inner: string) => enveloped(inner)
  const envelope = 'http://schemas.xmlsoap.org/soap/envelope/'
  test.each<[string, () => string, string]>([
    ['two Bodies', () => message().replace('</e:Envelope>', `<e:Body>${login(right())}</e:Body></e:Envelope>`), 'Client'],
    ['no Body', () => `<e:Envelope xmlns:e="${envelope}"/>`, 'Client'],
    ['an empty Body', () => body(''), 'Client'],
    ['two operations', () => body(login(right()) + login(right())), 'Client'],
    ['text beside the operation', () => body(`${login(right())}x`), 'Client'],
    ['text beside the fields', () => message(`${right()}x`), 'Client'],
    ['another namespace', () => body(login(right()).replace(namespace, 'urn:other')), 'Client'],
    ['no namespace', () => body(`<Login>${right()}</Login>`), 'Client'],
    ['another root', () => message().replaceAll('e:Envelope', 'e:Letter'), 'Client'],
    ['something after the Body', () => message().replace('</e:Envelope>', '<x/></e:Envelope>'), 'Client'],
    ['two Headers', () => message().replace('<e:Body>', '<e:Header/><e:Header/><e:Body>'), 'Client'],
    ['a fault sent to us', () => body('<e:Fault/>'), 'Client'],
    ['SOAP 1.2', () => message().replace(envelope, 'http://www.w3.org/2003/05/soap-envelope'), 'VersionMismatch'],
    ['no SOAP at all', () => '<Envelope/>', 'VersionMismatch'],
    [
      'a header that must be understood',
      () => message().replace('<e:Body>', '<e:Header><t:T xmlns:t="urn:t" e:mustUnderstand="1"/></e:Header><e:Body>'),
      'MustUnderstand',
    ],
  ])('%s is refused', async (_, xml, faultcode) => {
    const answer = await refuses(xml(), 'not-understood')
    expect(answer.values('faultcode')).toEqual([`soap:${faultcode}`])
  })

  test('a header that need not be understood is passed over', async () => {
    const header = '<e:Header><t:T xmlns:t="urn:t" e:mustUnderstand="0"><t:x/></t:T></e:Header>'
    expect((await program.send(message().replace('<e:Body>', `${header}<e:Body>`))).status).toBe(200)
  })

  test('a SOAPAction that names another operation is refused; the same one, or none, is right', async () => {
    for (const action of ['"urn:porta:soap:v1#Logout"', 'Logout', '"urn:other#Login"', '"Login" "Logout"', '"urn:porta:soap:v1#login"'])
      await refuses(message(), 'not-understood', { soapaction: action })
    for (const action of ['', '""', '"urn:porta:soap:v1#Login"', 'urn:porta:soap:v1#Login', 'Login', '"urn:porta:soap:v1/Login"'])
      expect((await program.send(message(), { soapaction: action })).status).toBe(200)
  })

  test('an unknown operation is refused, whatever it is called', async () => {
    for (const name of ['login', 'LoginRequest', 'constructor', '__proto__', 'toString', 'DeleteEverything'])
      await refuses(enveloped(`<${name} xmlns="${namespace}"/>`), 'not-found')
  })
})

describe('fields are strings and exactly those of the operation', () => {
  test.each([
    ['a missing one', () => `<login>${email}</login>`, 'password'],
    ['an empty one', () => `<login>${email}</login><password/>`, 'password'],
    [
      'one that is nil',
      () => `<login>${email}</login><password xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">x</password>`,
      'password',
    ],
    ['an unknown one', () => `${right()}<admin>true</admin>`, 'admin'],
    ['one of another namespace', () => `${right()}<x:role xmlns:x="urn:x">admin</x:role>`, 'role'],
    ['one that comes twice', () => `${right()}<login>other</login>`, 'login'],
    ['one that comes twice, in both namespaces', () => `${right()}<login xmlns="">other</login>`, 'login'],
    [
      'one that comes twice, the first time as nil',
      () => `<login xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">other</login>${right()}`,
      'login',
    ],
    ['one with elements in it', () => `<login><login>${email}</login></login><password>${password}</password>`, 'login'],
    ['__proto__', () => `${right()}<__proto__>x</__proto__>`, '__proto__'],
    ['constructor', () => `${right()}<constructor><prototype/></constructor>`, 'constructor'],
    ['another case', () => right().replaceAll('login', 'Login'), 'login'],
    ['one too long', () => `<login>${times(255, 'a')}</login><password>x</password>`, 'login'],
    ['a line break in the login', () => `<login>${email}&#10;x</login><password>x</password>`, 'login'],
    [
      'a packed one',
      () =>
        `<login>${email}</login><password xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="xsd:base64Binary">YQ==</password>`,
      'password',
    ],
  ])('%s is refused by name', async (_, inner, field) => {
    expect((await refuses(message(inner()), 'invalid-input')).values('field')).toContain(field)
  })

  test('a name of ours is repeated to the sender, anything else is not', async () => {
    const answer = await refuses(message(`${right()}<x.y-z>1</x.y-z>`), 'invalid-input')
    expect(answer.values('field')).toEqual(['body'])
  })

  test('what stands in pieces is joined, never cut', async () => {
    for (const pieces of ['a long<!-- --> enough password', 'a long<![CDATA[ enough ]]>password', '&#97; long enough p&#x61;ssword'])
      expect((await program.send(message(`<login>${email}</login><password>${pieces}</password>`))).status, pieces).toBe(200)
    const cut = `<login>${email}</login><password>${password}<!-- -->x</password>`
    expect((await program.send(message(cut))).code).toBe('sign-in-refused')
  })

  test('a password that looks like a number, a date or a boolean stays what it is', async () => {
    for (const odd of ['0012345', '1e3', ' true ', '2026-11-22', '\u00a0x', 'ЀЁ🌍ü<&>"\']]>', '0x10', '__proto__']) {
      const person = await house.person({ password: odd })
      const session = await program.login(person, odd)
      expect(session).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    }
    const padded = await house.person({ password: '0012345' })
    expect((await program.call('Login', { login: padded, password: '12345' })).code).toBe('sign-in-refused')
  })

  test('types that a client writes beside them change nothing, and children may leave the namespace away', async () => {
    const types = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:d="http://www.w3.org/2001/XMLSchema"'
    const typed = `<l:Login xmlns:l="${namespace}" ${types}><login i:type="d:string">${email}</login><password i:type="d:int">${password}</password></l:Login>`
    expect((await program.send(enveloped(typed))).status).toBe(200)
  })
})

describe('what is written stays text', () => {
  const corpus = [
    "'; DROP TABLE requests; --",
    '" OR 1=1 --',
    '%_\\',
    '<script>alert(1)</script>',
    `{{7*7}}${'$'}{7*7}`,
    '../../etc/passwd',
    '=cmd|calc',
  ]
  test('in every field of a request, in SQL and in answers', async () => {
    const quick = soapClient(house, '198.51.100.99')
    const session = await quick.login(await house.person(), password)
    for (const evil of corpus) {
      const made = await quick.call('CreateRequest', { session, subject: evil, service: evil, text: evil })
      expect(made.status, evil).toBe(200)
      house.wait(61_000)
    }
    const list = await quick.call('ListRequests', { session })
    for (const name of ['subject', 'service', 'text']) expect(list.values(name).toSorted()).toEqual(corpus.toSorted())
  })
  test('in logins and sessions', async () => {
    for (const evil of corpus) {
      expect((await program.call('Login', { login: `${evil}@x`, password: evil })).code).toMatch(/sign-in-refused|too-many/)
      await refuses(request('GetAccount', { session: evil }), 'not-signed-in')
    }
  })
  test('a line break cannot be put into a subject or service, nor a mark that turns the direction of reading anywhere', async () => {
    const session = await soapClient(house, '198.51.100.98').login(await house.person(), password)
    for (const evil of ['a\r\nBcc: x@example', 'a\nb', 'a\u2028b', 'a\tb', 'a\u0085b']) {
      const answer = await program.call('CreateRequest', { session, subject: evil, service: evil, text: 'x' })
      expect(answer.values('field')).toEqual(['subject', 'service'])
    }
    for (const evil of ['a\u202eb', 'a\u2067b']) {
      const answer = await program.call('CreateRequest', { session, subject: evil, service: evil, text: evil })
      expect(answer.values('field')).toEqual(['subject', 'service', 'text'])
    }
  })
})
