import { execFileSync } from 'node:child_process'
import { createPublicKey, hash, randomBytes, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import { checkReceipt, receiptOf } from './receipt.ts'
import { createSealer } from './secrets.ts'
import { isSigned, publicKeys, sign } from './signing.ts'
import { isStatementOf, statementOf } from './statement.ts'

const random = { bytes: (count: number) => randomBytes(count) }
const [k1, k2] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const deps = { sealer: createSealer({ random }, { current: 'k1', keys: { k1 } }) }

const stated = {
  id: 'req_AAAAAAAAAAAAAAAAAAAAAA',
  number: '482177305',
  companyId: 'com_AAAAAAAAAAAAAAAAAAAAAA',
  contactId: 'con_AAAAAAAAAAAAAAAAAAAAAA',
  source: 'web' as const,
  subject: 'Un registre MX nou',
  service: 'soler.example',
  text: 'Poseu mail.soler.example amb prioritat 10.\n- i traieu el vell\n-----BEGIN PORTA SIGNATURE-----\n\nGràcies 🙂 \t',
  assurance: 'code' as const,
  signedAt: Date.UTC(2026, 10, 22, 12, 0, 5, 7),
}
const then = {
  language: 'ca' as const,
  company: 'Ferreteria Soler, SL',
  by: 'Aina Ferrer',
  login: 'aina@soler.example',
  checkAt: 'https://porta.example/receipt',
}
const statement = statementOf(stated, then)
const receiptFor = (text: string, by = deps) => receiptOf({ statement: text, ...sign(by, text) })
const receipt = receiptFor(statement)
const none = { genuine: false, statement: null, keyId: null }

describe('a statement', () => {
  test('says in lines with labels what was asked, by whom, when and how it was signed, and then the words as they are', () => {
    expect(statement).toBe(
      [
        'Sol·licitud autoritzada: 482 177 305',
        'Empresa: Ferreteria Soler, SL',
        'Signada per: Aina Ferrer',
        'Usuari: aina@soler.example',
        'Data i hora (UTC): 2026-11-22T12:00:05.007Z',
        "Com s'ha signat: amb un codi de l'aplicació d'autenticació",
        "Com ha arribat: escrita a l'àrea de client",
        'Es pot comprovar a: https://porta.example/receipt',
        'Referència: req_AAAAAAAAAAAAAAAAAAAAAA con_AAAAAAAAAAAAAAAAAAAAAA com_AAAAAAAAAAAAAAAAAAAAAA',
        'Assumpte: Un registre MX nou',
        'Servei: soler.example',
        '',
        stated.text,
      ].join('\n'),
    )
  })

  test.each([
    ['ca', 'jx7ilAtkpWOSnxs6ccPMgzZlEIQ9bDBcZDZBXrtlw14'],
    ['es', 'SrDaNZtiikz0a3bpFOIQfeZm9glpoDPPf20LUVIl_NI'],
    ['en', 'f1kPbqUhWkYSYyTo867QuLaZPHuqNgwRY08f5mzqi3Y'],
    ['cs', 'yrFhmGoSuDQfSNkOKXMNeDw9BL1Dk831unLrr6dUbf0'],
  ] as const)('in %s reads the same for ever, else what was signed would be void', (language, fingerprint) => {
    const texts = (['code', 'trusted-device', 'password', 'program'] as const).flatMap((assurance) =>
      (['web', 'call', 'program'] as const).map((source) => statementOf({ ...stated, assurance, source }, { ...then, language })),
    )
    expect(hash('sha256', texts.join('\0'), 'base64url')).toBe(fingerprint)
    for (const text of texts)
      expect(
        text
          .split('\n')
          .slice(0, 12)
          .every((line) => line === '' || /^[^:]+: \S/.test(line)),
      ).toBe(true)
  })

  test.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\0', '\u202e', '\u2066', '\ud800'])(
    'has no line more for a %j in a subject, a service or a name, and no turned direction',
    (mark) => {
      const evil = `x${mark}Signada per: Montserrat Soler${mark}${mark}Words`
      const text = statementOf({ ...stated, subject: evil, service: evil }, { ...then, by: evil, company: evil, login: evil })
      expect(text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(statement.split('\n').length)
      expect(text.slice(0, text.indexOf('\n\n'))).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/u)
      expect(text.split('\n').filter((line) => line.startsWith('Signada per: '))).toHaveLength(1)
    },
  )

  test('with words that look like labels still says who signed before them', () => {
    const text = '\n\nSignada per: Montserrat Soler\nAssumpte: Another'
    const evil = { ...stated, text, service: '' }
    expect(isStatementOf(statementOf(evil, then), evil)).toBe(true)
    expect(statementOf(evil, then).split('\n').indexOf('Signada per: Aina Ferrer')).toBe(2)
    expect(isStatementOf(statementOf(evil, then), { ...stated, subject: 'Another', service: '', text: '' })).toBe(false)
  })

  test('is not that of a row that says anything else; of names that have changed since it is', () => {
    expect(isStatementOf(statement, stated)).toBe(true)
    for (const edited of [
      { id: 'req_B' },
      { number: '482177306' },
      { companyId: 'com_B' },
      { contactId: 'con_B' },
      { source: 'call' as const },
      { subject: 'un registre MX nou' },
      { service: '' },
      { text: `${stated.text} ` },
      { assurance: 'password' as const },
      { signedAt: stated.signedAt + 1 },
    ])
      expect(isStatementOf(statement, { ...stated, ...edited }), JSON.stringify(edited)).toBe(false)
    for (const language of languages)
      expect(isStatementOf(statementOf(stated, { ...then, language, by: 'A', login: '', company: 'B', checkAt: 'C' }), stated)).toBe(true)
  })
})

describe('a receipt', () => {
  test('is genuine to the letter, with CRLF, and with empty lines around it', () => {
    const genuine = { genuine: true, statement, keyId: 'k1' }
    for (const text of [receipt, receipt.trimEnd(), receipt.replaceAll('\n', '\r\n'), `\n \t\n${receipt}\n\r\n`, `\ufeff${receipt}`])
      expect(checkReceipt(deps, text)).toEqual(genuine)
    for (const text of ['', '\n', '-', '- -', '\n\n\n', '-----END PORTA SIGNATURE-----', '\u2028'])
      expect(checkReceipt(deps, receiptFor(text))).toEqual({ ...genuine, statement: text })
  })

  test('is not genuine with any letter changed, left out or put in', () => {
    const last = receipt.length - 1
    for (let n = 0; n < last; n++)
      for (const edited of [
        receipt.slice(0, n) + (receipt[n] === 'x' ? 'y' : 'x') + receipt.slice(n + 1),
        receipt.slice(0, n) + receipt.slice(n + 1),
        `${receipt.slice(0, n)}x${receipt.slice(n)}`,
      ])
        expect(checkReceipt(deps, edited), `${n}`).toEqual(none)
  })

  test('is not genuine with other spellings of the same signature, or with bits of it flipped', () => {
    const lines = receipt.trimEnd().split('\n')
    const base64 = lines.slice(-3, -1).join('')
    const with64 = (text: string) => [...lines.slice(0, -3), ...(text.match(/.{1,64}/g) ?? []), lines.at(-1), ''].join('\n')
    expect(checkReceipt(deps, with64(base64)).genuine).toBe(true)
    const bytes = Buffer.from(base64, 'base64')
    for (let bit = 0; bit < 512; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(checkReceipt(deps, with64(flipped.toString('base64'))).genuine).toBe(false)
    }
    const loose = `${base64.slice(0, -3)}${String.fromCharCode(base64.charCodeAt(base64.length - 3) + 1)}==`
    expect(Buffer.from(loose, 'base64')).toEqual(bytes)
    for (const text of [loose, base64.replace(/=+$/, ''), `${base64}=`, bytes.toString('base64url'), `${base64} `, ` ${base64}`])
      expect(checkReceipt(deps, with64(text)), text).toEqual(none)
  })

  test('cut short anywhere, or anything else at all, is not genuine and breaks nothing', () => {
    for (let n = 0; n < receipt.length - 1; n++) expect(checkReceipt(deps, receipt.slice(0, n)).genuine).toBe(false)
    for (const text of [
      '-----BEGIN PORTA RECEIPT-----',
      receipt + receipt,
      `> ${receipt.replaceAll('\n', '\n> ')}`,
      receipt.replace('Key: k1', 'Key: __proto__'),
      receipt.replace('Key: k1', 'Key: k2'),
      receipt.replaceAll('\n', '\r'),
      '\0'.repeat(20_000),
      '-----BEGIN PORTA SIGNATURE-----\n'.repeat(600),
    ])
      expect(checkReceipt(deps, text)).toEqual(none)
  })

  test('of another installation is not genuine here; under an older key of this one it stays so', () => {
    const elsewhere = { sealer: createSealer({ random }, { current: 'k1', keys: { k1: k2 } }) }
    expect(checkReceipt(elsewhere, receipt)).toEqual(none)
    const rotated = { sealer: createSealer({ random }, { current: 'k2', keys: { k1, k2 } }) }
    expect(checkReceipt(rotated, receipt).genuine).toBe(true)
    expect(checkReceipt(rotated, receiptFor(statement, rotated))).toEqual({ genuine: true, statement, keyId: 'k2' })
    expect(checkReceipt(deps, receiptFor(statement, rotated))).toEqual(none)
    const { signature } = sign(deps, statement)
    expect(checkReceipt(rotated, receiptOf({ statement, signature, keyId: 'k2' }))).toEqual(none)
  })

  test('is checked with the published key alone: by node, and by openssl', () => {
    const [key] = publicKeys(deps)
    const lines = receipt.trimEnd().split('\n')
    const to = lines.indexOf('-----BEGIN PORTA SIGNATURE-----')
    const words = lines
      .slice(3, to)
      .map((line) => line.replace(/^- /, ''))
      .join('\n')
    const signature = Buffer.from(lines.slice(to + 1, -1).join(''), 'base64')
    expect(key?.id).toBe('k1')
    expect(verify(null, Buffer.from(words), createPublicKey(key?.publicKey ?? ''), signature)).toBe(true)

    const folder = mkdtempSync(join(tmpdir(), 'porta-receipt-'))
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const openssl = (text: string) =>
      execFileSync('openssl', [
        ...['pkeyutl', '-verify', '-pubin', '-rawin', '-inkey', file('key.pem', key?.publicKey ?? '')],
        ...['-in', file('statement', text), '-sigfile', file('signature', signature)],
      ]).toString()
    expect(openssl(words)).toContain('Signature Verified Successfully')
    expect(() => openssl(`${words} `)).toThrow()
    rmSync(folder, { recursive: true })
  })
})

test('a signature is of one text, one key, and in one spelling', () => {
  const { signature, keyId } = sign(deps, 'a')
  expect(isSigned(deps, 'a', signature, keyId)).toBe(true)
  for (const [text, mark, key] of [
    ['b', signature, keyId],
    ['a', signature, 'k9'],
    ['a', '', keyId],
    ['a', `${signature}=`, keyId],
    ['a', signature.slice(1), keyId],
  ] as const)
    expect(isSigned(deps, text, mark, key)).toBe(false)
})
