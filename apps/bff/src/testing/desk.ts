import { addCompany } from '../domain/people.ts'
import { colleague } from './company.ts'
import type { TestHouse } from './house.ts'

/** The operator's company in a house of customers; `join` adds a person of it, signed in and with verification on. */
export async function openOperator(house: TestHouse) {
  const companyId = await addCompany(house.deps, { name: 'Porta', operator: true })
  const join = (name: string, facts: Partial<Parameters<typeof colleague>[1]> = {}) =>
    colleague(house, { companyId, name, role: 'support', verification: true, ...facts })
  return { companyId, join }
}
