import type { Deps } from '../deps.ts'

const canary = 'porta'

/** Seals a known word at the first start, so that a later start with another key is noticed before it does harm. */
export async function placeCanary({ store, sealer }: Pick<Deps, 'store' | 'sealer'>) {
  if ((await store.findMeta('canary')) === undefined) {
    await store.commit(store.addMeta('canary', sealer.seal('canary', 'meta', Buffer.from(canary))))
  }
}

/** Whether the database answers and the key opens what was sealed with it. */
export async function isReady({ store, sealer }: Pick<Deps, 'store' | 'sealer'>): Promise<boolean> {
  try {
    const sealed = await store.findMeta('canary')
    return sealed !== undefined && sealer.open('canary', 'meta', sealed).toString() === canary
  } catch {
    return false
  }
}
