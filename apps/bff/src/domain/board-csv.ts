import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { type WayBack, wayBackOf } from './board.ts'
import { verificationOf } from './contacts.ts'
import type { SignedIn } from './signed-in.ts'

type Words = {
  columns: readonly [string, string, string, string, string, string, string, string, string, string]
  yes: string
  no: string
  role: { admin: string; member: string; support: string }
  verification: { on: string; off: string; required: string; seen: string }
  wayBack: Record<WayBack, string>
}

const words: Record<Language, Words> = {
  ca: {
    columns: [
      'Nom',
      'Correu electrònic',
      'Telèfon',
      'Rol',
      'Actiu',
      'Verificació',
      'Activada el',
      'Codis de recuperació',
      'Si es perd el mòbil',
      'Última entrada',
    ],
    yes: 'sí',
    no: 'no',
    role: { admin: 'administrador', member: 'membre', support: 'atenció' },
    verification: {
      on: 'activada',
      off: 'desactivada',
      required: 'exigida, encara no activada',
      seen: "activada; un administrador n'ha vist la clau",
    },
    wayBack: {
      'recovery-codes': 'codis de recuperació',
      'another-admin': 'un altre administrador',
      'certified-form': 'formulari amb signatura legitimada',
    },
  },
  es: {
    columns: [
      'Nombre',
      'Correo electrónico',
      'Teléfono',
      'Rol',
      'Activo',
      'Verificación',
      'Activada el',
      'Códigos de recuperación',
      'Si se pierde el móvil',
      'Último acceso',
    ],
    yes: 'sí',
    no: 'no',
    role: { admin: 'administrador', member: 'miembro', support: 'atención' },
    verification: {
      on: 'activada',
      off: 'desactivada',
      required: 'exigida, aún no activada',
      seen: 'activada; un administrador ha visto la clave',
    },
    wayBack: {
      'recovery-codes': 'códigos de recuperación',
      'another-admin': 'otro administrador',
      'certified-form': 'formulario con firma legitimada',
    },
  },
  en: {
    columns: [
      'Name',
      'E-mail',
      'Phone',
      'Role',
      'Active',
      'Verification',
      'On since',
      'Recovery codes',
      'If the phone is lost',
      'Last sign-in',
    ],
    yes: 'yes',
    no: 'no',
    role: { admin: 'admin', member: 'member', support: 'support' },
    verification: { on: 'on', off: 'off', required: 'required, not on yet', seen: 'on; an admin has seen the key' },
    wayBack: { 'recovery-codes': 'recovery codes', 'another-admin': 'another admin', 'certified-form': 'certified form' },
  },
  cs: {
    columns: [
      'Jméno',
      'E-mail',
      'Telefon',
      'Role',
      'Aktivní',
      'Ověření',
      'Zapnuto od',
      'Záložní kódy',
      'Při ztrátě telefonu',
      'Poslední přihlášení',
    ],
    yes: 'ano',
    no: 'ne',
    role: { admin: 'správce', member: 'člen', support: 'podpora' },
    verification: { on: 'zapnuto', off: 'vypnuto', required: 'vyžadováno, zatím nezapnuto', seen: 'zapnuto; klíč viděl správce' },
    wayBack: { 'recovery-codes': 'záložní kódy', 'another-admin': 'jiný správce', 'certified-form': 'formulář s ověřeným podpisem' },
  },
}

/**
 * One cell of RFC 4180. Always quoted; what a spreadsheet would take for a formula (also in full width, and behind spaces
 * that some of them drop) gets an apostrophe before it. Also within a text: in our languages many part cells at semicolons.
 */
export const csvCell = (text: string) => {
  const first = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? "'" : ''
  return `"${first}${text.replaceAll(/[;,](?=\s*[=+\-@＝＋－＠])/gu, "$&'").replaceAll('"', '""')}"`
}

const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`

/** UTC, as spreadsheets of all countries read it. */
const dateOf = (at: number | null) => (at === null ? '' : new Date(at).toISOString().slice(0, 16).replace('T', ' '))

/** The board as a file for a spreadsheet, a thousand contacts at a time: UTF-8 with a byte order mark, lines ended by CRLF. */
export async function* boardAsCsv(deps: Deps, ask: { who: SignedIn }): AsyncGenerator<string> {
  const now = deps.clock.now()
  const { company, contact } = ask.who
  const say = words[contact.language]
  const adminsOn = (await deps.store.countForBoard(company.id))?.adminsOn ?? 0
  yield `\uFEFF${line(say.columns)}`
  let after = { sortName: '', id: '' }
  for (;;) {
    const rows = await deps.store.listEveryone(company.id, after, 1000)
    yield rows
      .map((row) => {
        const isOn = row.factorId !== null
        const isAdmin = row.role === 'admin' && row.active
        return line([
          row.name,
          row.login,
          row.phone,
          say.role[row.role],
          row.active ? say.yes : say.no,
          say.verification[verificationOf(row, company, now)],
          dateOf(row.onSince),
          isOn ? String(row.codesLeft) : '',
          isOn ? say.wayBack[wayBackOf({ codesLeft: row.codesLeft, isAdmin }, adminsOn)] : '',
          dateOf(row.lastSignInAt),
        ])
      })
      .join('')
    const last = rows.at(-1)
    if (rows.length < 1000 || !last) return
    after = { sortName: last.sortName, id: last.id }
  }
}
