import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFPageLeaf,
  PDFParser,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { endsAsZip } from './content.ts'
import type { Limits, Refused } from './limits.ts'

/** Names of what a PDF can do by itself, carry along, or reach outside (ISO 32000-2 sections 7.11.4, 12.6.4, 12.7.8 and 13). */
const active = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'RichMediaExecute',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Movie',
  'Sound',
  'Rendition',
]
/** Too short to be looked for among compressed bytes, where they come up by chance: only in what was parsed. */
const activeShort = ['JS', 'XFA', 'AA', 'EF', '3D']
const isActive = new Set([...active, ...activeShort])

const nameOf = (names: readonly string[]) => new RegExp(`/(?:${names.join('|')})(?![^\\s\\0()<>[\\]{}/%])`)
const activeName = nameOf(active)
const isEncrypted = nameOf(['Encrypt'])
/** The start of an object as the parser takes it, with blanks and comments between. */
const objectStart = /\d(?:[\s\0]|%[^\r\n]*[\r\n])+\d+(?:[\s\0]|%[^\r\n]*[\r\n])+obj/g

/** Keeps every object that it reads, those too that later ones of the same number replace: another reader may see the older ones. */
class Reader extends PDFParser {
  readonly all: PDFObject[] = []
  constructor(bytes: Buffer) {
    super(bytes, Number.POSITIVE_INFINITY, true)
    const { context } = this
    context.assign = (ref: PDFRef, object: PDFObject) => {
      this.all.push(object)
      Object.getPrototypeOf(context).assign.call(context, ref, object)
    }
  }
  countPages() {
    return this.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFPageLeaf).length
  }
}

/**
 * Reads a PDF as a whole, with objects in streams and older versions of objects; what is taken is given back as it came. What
 * another program could find at a place where this one sees no object makes it damaged.
 */
export async function checkPdf(bytes: Buffer, { pages }: Limits): Promise<Buffer | Refused> {
  const text = bytes.toString('latin1')
  // ISO 32000-2 section 7.5.5: the last line says where the file ends, and nothing follows.
  if (!/%%EOF[\s\0]*$/.test(text.slice(-1024)) || endsAsZip(bytes)) return { refused: 'not-a-document' }
  const plain = decoded(text)
  if (isEncrypted.test(plain)) return { refused: 'encrypted' }
  if (activeName.test(plain)) return { refused: 'active-content' }
  try {
    const reader = new Reader(bytes)
    await reader.parseDocument()
    const streams = reader.all.filter((object) => object instanceof PDFRawStream).map(objectsIn)
    const isActiveInside = streams.some(({ text: inside }) => activeName.test(decoded(inside)))
    if (isActiveInside || reader.all.some(hasActive)) return { refused: 'active-content' }
    const inStreams = streams.reduce((sum, { count }) => sum + count, 0)
    if ((text.match(objectStart)?.length ?? 0) > reader.all.length - inStreams) return { refused: 'damaged' }
    const count = reader.countPages()
    if (count === 0) return { refused: 'damaged' }
    return count > pages ? { refused: 'too-many-pages' } : bytes
  } catch {
    return { refused: 'damaged' }
  }
}

/** Names may be written with #xx for any letter (section 7.3.5). */
const decoded = (text: string) => text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The text of a stream that other objects lie in, and how many; readers tell such streams by their `First` and `N`, not all by their type. */
function objectsIn(stream: PDFRawStream): { text: string; count: number } {
  const { dict } = stream
  const isObjects = dict.lookup(PDFName.of('Type')) === PDFName.of('ObjStm')
  if (!isObjects && dict.has(PDFName.of('First')) && dict.has(PDFName.of('N'))) throw new Error('objects in a stream of no type')
  if (!isObjects) return { text: '', count: 0 }
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  return { text, count: Number(dict.lookup(PDFName.of('N'))?.toString()) }
}

function hasActive(object: PDFObject): boolean {
  if (object instanceof PDFName) return isActive.has(object.decodeText())
  if (object instanceof PDFArray) return object.asArray().some(hasActive)
  if (object instanceof PDFStream) return hasActive(object.dict)
  if (!(object instanceof PDFDict)) return false
  return hasOpenAction(object) || object.entries().some(([name, value]) => hasActive(name) || hasActive(value))
}

/** What happens at opening may be to show a place of the document, nothing else. */
function hasOpenAction(dict: PDFDict): boolean {
  const action = dict.lookup(PDFName.of('OpenAction'))
  return action instanceof PDFDict && action.lookup(PDFName.of('S')) !== PDFName.of('GoTo')
}
