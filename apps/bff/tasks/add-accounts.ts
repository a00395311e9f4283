// pnpm accounts --count 25: fresh accounts for testers, each an admin of a company of its own. Prints one JSON object a line.
// With --beside <e-mail> they are contacts of that person's company instead; in the operator's, whoever is no admin is of the desk.
// Works on DATA_DIR, also while the server runs on it.
import { parseArgs } from 'node:util'
import { languages } from '@porta/shared'
import { readConfig } from '../src/config.ts'
import { addCompany, addContact } from '../src/domain/people.ts'
import { roleIn } from '../src/domain/signed-in.ts'
import { openHouse } from '../src/house.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1' },
    language: { type: 'string', default: languages[0] },
    role: { type: 'string', default: 'admin' },
    beside: { type: 'string' },
  },
})
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new Error('--count must be a whole number from 1 to 10000')
const role = values.role === 'member' || values.role === 'admin' || values.role === 'support' ? values.role : undefined
if (!role) throw new Error('--role must be admin, member or support')

const language = languages.find((known) => known === values.language)
if (!language) throw new Error(`--language must be one of ${languages.join(', ')}`)

const silent = () => undefined
const deps = await openHouse(readConfig({ ...process.env, DEMO: 'off' }), {
  debug: silent,
  info: silent,
  warn: console.error,
  error: console.error,
})
const beside = values.beside === undefined ? undefined : await deps.store.findContactByLogin(values.beside)
const company = beside && (await deps.store.findCompany(beside.companyId))
if (values.beside !== undefined && (!company || (role === 'support' && !company.operator)))
  throw new Error("--beside must be the e-mail of a contact, and with --role support of one of the operator's company")
for (let made = 0; made < count; made++) {
  const mark = deps.random.bytes(5).toString('hex')
  const account = {
    email: `tester-${mark}@porta.example`,
    password: deps.random.bytes(12).toString('base64url'),
    name: `Tester ${mark}`,
    company: company?.name ?? `Company ${mark}`,
  }
  const companyId = company?.id ?? (await addCompany(deps, { name: account.company, operator: role === 'support' }))
  await addContact(deps, {
    companyId,
    name: account.name,
    login: account.email,
    phone: '+34972000100',
    role: role === 'support' ? role : roleIn(company, role),
    language,
    main: role === 'admin' && !company,
    password: account.password,
  })
  process.stdout.write(`${JSON.stringify(account)}\n`)
}
await deps.store.close()
