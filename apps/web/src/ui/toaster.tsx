import { useSyncExternalStore } from 'react'
import css from './toaster.module.css'

type Toast = { id: number; text: string }
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}
const dismiss = (id: number) => show(toasts.filter((toast) => toast.id !== id))

/** Says for a few seconds that something was done. Nothing that must be read belongs here. */
export function toast(text: string) {
  lastId += 1
  show([...toasts, { id: lastId, text }])
  setTimeout(dismiss, 8000, lastId)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where toasts appear; it is always there, so that a screen reader hears the first one too. */
export function Toaster({ close }: { close: string }) {
  const list = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div role="status" className={css.toaster}>
      {list.map(({ id, text }) => (
        <div key={id} className={css.toast}>
          <span>{text}</span>
          <button type="button" aria-label={close} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
