import { deflateSync } from 'node:zlib'
import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { holding, pdfScan, zipArchive } from '../testing/scans.ts'
import { checkPdf } from './pdf.ts'

const refusal = async (file: Buffer | string | Promise<Buffer>) => {
  const sent = await file
  const found = await checkPdf(Buffer.isBuffer(sent) ? sent : Buffer.from(sent, 'latin1'), rules.documents)
  return Buffer.isBuffer(found) ? 'taken' : found.refused
}

/** A PDF written by hand: one empty page, and whatever else. */
const byHand = (more = '', page = '') => `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] ${page}>>
endobj
${more}
trailer
<< /Root 1 0 R /Size 9 >>
startxref
0
%%EOF
`

test('a PDF is taken as it came, to the byte', async () => {
  const sent = await pdfScan({ pages: 3 })
  expect(await checkPdf(sent, rules.documents)).toBe(sent)
  expect(await refusal(byHand())).toBe('taken')
})

test('a PDF of fifty pages is taken, of fifty-one or none it is not', async () => {
  expect(await refusal(pdfScan({ pages: 50 }))).toBe('taken')
  expect(await refusal(pdfScan({ pages: 51 }))).toBe('too-many-pages')
  expect(await refusal(byHand().replace('/Type /Page ', '/Type /Other '))).toBe('damaged')
})

test('a PDF that is encrypted is refused, whether it opens without a password or not', async () => {
  const locked = (userPassword: string) => pdfScan({ change: (pdf) => pdf.encrypt({ userPassword, ownerPassword: 'owner' }) })
  expect(await refusal(locked('user'))).toBe('encrypted')
  expect(await refusal(locked(''))).toBe('encrypted')
  expect(await refusal(byHand().replace('/Size 9', '/Size 9 /#45ncrypt 8 0 R'))).toBe('encrypted')
})

type Change = (pdf: PDFDocument) => void
const asKey = ['JavaScript', 'JS', 'AA', 'XFA', 'EmbeddedFiles', 'EF', 'RichMedia', 'Rendition', '3D']
const asAction = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Movie', 'Sound', 'Rendition', 'RichMediaExecute']
const active: [string, Change][] = [
  ...asKey.map((name): [string, Change] => [`the entry ${name}`, holding({ Deep: [{ [name]: PDFString.of('x') }] })]),
  ...asAction.map((name): [string, Change] => [`the action ${name}`, holding({ Type: 'Action', S: name })]),
  ['an attached file', (pdf) => void pdf.context.register(pdf.context.stream('x', { Type: 'EmbeddedFile' } as never))],
  ['an act at opening', (pdf) => pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'Named', N: 'Print' }))],
  [
    'an act at opening that is kept elsewhere',
    (pdf) => pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(pdf.context.obj({ S: 'URI' }))),
  ],
]
describe.each([
  ['in a packed object stream', true],
  ['in the open', false],
])('%s', (_, objectStreams) => {
  test.each(active)('a PDF with %s is refused', async (_, change) => {
    expect(await refusal(pdfScan({ change, objectStreams }))).toBe('active-content')
  })

  test('a PDF that opens at one of its pages, has a link or a form is taken', async () => {
    const change: Change = (pdf) => {
      pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'GoTo', D: [0, 'Fit'] }))
      pdf.getForm().createTextField('name').addToPage(pdf.getPage(0))
      holding({ Type: 'Annot', Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://example.com') } })(pdf)
    }
    expect(await refusal(pdfScan({ change, objectStreams }))).toBe('taken')
  })
})

describe('what another program could see', () => {
  test.each([
    ['a name with its letters as numbers', byHand('', '/A << /S /J#61va#53cript >> ')],
    ['a short name with its letters as numbers', byHand('', '/#41A << /O 7 0 R >> ')],
    ['the first of two entries of the same name', byHand('', '/A << /S /Launch /S /GoTo >> ')],
    ['an object that a later one replaces', byHand('7 0 obj\n<< /XFA 8 0 R >>\nendobj\n7 0 obj\n<< /Fine true >>\nendobj')],
    ['an object in a comment', byHand('% 7 0 obj << /S /JavaScript >> endobj')],
    ['an object in a stream', byHand('7 0 obj\n<< /Length 41 >>\nstream\n8 0 obj << /S /SubmitForm >> endobj      \nendstream\nendobj')],
  ])('%s is active content', async (_, file) => {
    expect(await refusal(file)).toBe('active-content')
  })

  const packed = (dict: string, inside = '8 0 << /XFA 9 0 R >>') => {
    const data = deflateSync(inside).toString('latin1')
    return byHand(`7 0 obj\n<< ${dict} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj`)
  }
  test.each([
    ['a short name in an object in a comment', byHand('% 7 0 obj << /XFA 8 0 R >> endobj')],
    [
      'a short name in an object in a stream',
      byHand('7 0 obj\n<< /Length 32 >>\nstream\n8 0 obj << /XFA 9 0 R >> endobj  \nendstream\nendobj'),
    ],
    ['an object whose number is cut by a comment', byHand('7 0 obj\n(8 %\n0 %\nobj << /XFA 9 0 R >>)\nendobj')],
    ['packed objects that do not say so', packed('/N 1 /First 4')],
    ['packed objects that are not', packed('/Type /ObjStm /N 1 /First 4', 'x')],
    ['an object that cannot be read', byHand('7 0 obj\n<< /A ) >>\nendobj')],
    ['a dictionary without an end', byHand('7 0 obj\n<< /A << /B 1\n')],
    ['arrays in arrays without end', byHand(`7 0 obj\n${'['.repeat(100_000)}\nendobj`)],
  ])('%s makes it damaged', async (_, file) => {
    expect(await refusal(file)).toBe('damaged')
  })

  test('packed objects are looked into', async () => {
    expect(await refusal(packed('/Type /ObjStm /N 1 /First 4'))).toBe('active-content')
    expect(await refusal(packed('/Type /ObjStm /N 1 /First 4', '8 0 << /Fine true >>'))).toBe('taken')
    expect(await refusal(packed('/Type /ObjStm /N 1 /First 4', '8 0 << /S /Movie /S /GoTo >>'))).toBe('active-content')
  })
})

test('a PDF that is something else besides is refused', async () => {
  const sent = await pdfScan()
  const zip = zipArchive()
  const end = Buffer.from('\n%%EOF\n')
  for (const file of [
    Buffer.concat([sent, zip]),
    Buffer.concat([sent, zip, end]),
    Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')]),
  ])
    expect(await refusal(file)).toBe('not-a-document')
  expect(await refusal(sent.subarray(0, sent.length - 6))).toBe('not-a-document')
  expect(await refusal(Buffer.concat([sent, Buffer.from('\r\n\0\0')]))).toBe('taken')
})

test('a PDF that was signed or changed later, and so ends more than once, is taken', async () => {
  expect(await refusal(`${byHand()}3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF\n`)).toBe(
    'taken',
  )
})
