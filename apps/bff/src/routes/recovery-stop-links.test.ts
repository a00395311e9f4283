import { describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { sweep } from '../domain/sweep.ts'
import { lettersOf, newestSecret } from '../testing/letters.ts'
import { addScan, caseOf, coolingCase, enterCase, openCase, openRecovery } from '../testing/recovery.ts'

const hour = 3_600_000

describe('"stop this" works as long as the case goes on', () => {
  test('by the link of the first mail also when the scans came at the last moment and the desk takes its time', async () => {
    const { house, lost, member } = await openRecovery()
    const { number, id } = await openCase(house, lost)
    const token = (await lettersOf(house, 'case-opened')).find(({ address }) => address === member.email)?.secret ?? ''
    house.wait(29 * 24 * hour)
    await house.browser().call('POST /api/recovery/code', { number })
    const page = await enterCase(house, number)
    await addScan(house, id)
    expect((await page.call('POST /api/recovery/case/submit')).status).toBe(204)
    house.wait(14 * 24 * hour)
    await sweep(house.deps)
    expect((await house.browser().call('POST /api/recovery/stop', { token })).status).toBe(204)
    expect((await lettersOf(house, 'case-stopped')).map(({ address }) => address)).toContain(member.email)
  })

  test('by the link of the last mail until the very end, however long the operator lets the cooling-off last', async () => {
    const recovery = await openRecovery({ RECOVERY_COOLING_HOURS: '2000' })
    const { house } = recovery
    const { id } = await coolingCase(recovery)
    const token = await newestSecret(house, 'case-approved')
    house.wait(2000 * hour - 1)
    await sweep(house.deps)
    await endDueCases(house.deps)
    expect((await house.browser().call('POST /api/recovery/stop', { token })).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
  })
})
