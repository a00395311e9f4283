import type { FieldProblem } from '@porta/shared'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, type Told } from '../../api/problem.ts'

/** A file on its way; `sent` goes from 0 to 1, and at 1 the server looks at it. */
export type Upload = {
  id: number
  file: File
  state: 'waiting' | 'sending' | 'refused'
  sent: number
  /** Why it was refused: what is wrong with the file, or what else went wrong. */
  wrong?: FieldProblem | undefined
  problem?: Told | undefined
}

type Options = {
  /** Files beyond this size are not even sent. */
  bytes: number
  send: (file: File, onSent: (part: number) => void, signal: AbortSignal) => Promise<unknown>
  onReceived: (file: File) => void
}

let lastId = 0

/** Files sent one after the other, in the order in which they were chosen; a refused one stays with its reason, and the next goes on. */
export function useUploads({ bytes, send, onReceived }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef<{ id: number; abort: AbortController }>(undefined)

  const change = (id: number, changed: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)))
  const remove = (id: number) => setUploads((all) => all.filter((one) => one.id !== id))

  const run = async ({ id, file }: Upload) => {
    const abort = new AbortController()
    running.current = { id, abort }
    change(id, { state: 'sending', sent: 0 })
    try {
      await send(file, (sent) => change(id, { sent }), abort.signal)
      remove(id)
      onReceived(file)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      change(id, { state: 'refused', wrong: Object.values(error.fields)[0], problem: error })
    } finally {
      running.current = undefined
      // looks for the next one, also after one that was cancelled and is gone
      setUploads((all) => [...all])
    }
  }
  useEffect(() => {
    const next = uploads.find(({ state }) => state === 'waiting')
    if (next && !running.current) void run(next)
  })

  return {
    uploads,
    add: (files: readonly File[]) =>
      setUploads((all) => [
        ...all,
        ...files.map((file): Upload => {
          lastId += 1
          const wrong = file.size > bytes ? 'file-too-large' : undefined
          return { id: lastId, file, state: wrong ? 'refused' : 'waiting', sent: 0, wrong }
        }),
      ]),
    retry: (id: number) => change(id, { state: 'waiting', wrong: undefined, problem: undefined }),
    remove: (id: number) => {
      if (running.current?.id === id) running.current.abort.abort()
      remove(id)
    },
  }
}
