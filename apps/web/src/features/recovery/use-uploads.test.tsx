import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { useUploads } from './use-uploads.ts'

const fileOf = (name: string, bytes = 10) => new File([new Uint8Array(bytes)], name)

/** A server that answers each file when the test says so. */
function open() {
  const running: { name: string; finish: (problem?: ApiProblem) => Promise<void>; signal: AbortSignal; onSent: (part: number) => void }[] =
    []
  const onReceived = vi.fn<(file: File) => void>()
  const hook = renderHook(() =>
    useUploads({
      bytes: 100,
      onReceived,
      send: (file, onSent, signal) =>
        new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ApiProblem('offline')))
          running.push({
            name: file.name,
            signal,
            onSent: (part) => act(() => onSent(part)),
            finish: (problem) => act(async () => (problem ? reject(problem) : resolve())),
          })
        }),
    }),
  )
  const add = (...files: File[]) => act(async () => hook.result.current.add(files))
  const shown = () => hook.result.current.uploads.map(({ file, state, sent, wrong }) => [file.name, state, wrong ?? sent])
  const idOf = (name: string) => hook.result.current.uploads.find(({ file }) => file.name === name)?.id ?? 0
  return { hook, running, onReceived, add, shown, idOf }
}

test('files leave one after the other, in their order, and say how far they are', async () => {
  const { running, onReceived, add, shown } = open()
  await add(fileOf('a.pdf'), fileOf('b.pdf'))
  expect(running.map(({ name }) => name)).toEqual(['a.pdf'])
  running[0]?.onSent(0.5)
  expect(shown()).toEqual([
    ['a.pdf', 'sending', 0.5],
    ['b.pdf', 'waiting', 0],
  ])
  await running[0]?.finish()
  await waitFor(() => expect(running.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']))
  await running[1]?.finish()
  expect(shown()).toEqual([])
  expect(onReceived.mock.calls.map(([{ name }]) => name)).toEqual(['a.pdf', 'b.pdf'])
})

test('a refused file stays with its reason, and the next one goes on', async () => {
  const { running, add, shown } = open()
  await add(fileOf('a.pdf'), fileOf('b.pdf'))
  await running[0]?.finish(new ApiProblem('document-refused', { fields: { file: 'encrypted' } }))
  await waitFor(() => expect(running).toHaveLength(2))
  expect(shown()).toEqual([
    ['a.pdf', 'refused', 'encrypted'],
    ['b.pdf', 'sending', 0],
  ])
})

test('a file that is too large is not even sent', async () => {
  const { running, add, shown } = open()
  await add(fileOf('large.pdf', 101), fileOf('small.pdf', 100))
  expect(shown()[0]).toEqual(['large.pdf', 'refused', 'file-too-large'])
  expect(running.map(({ name }) => name)).toEqual(['small.pdf'])
})

test('a file that did not arrive can be sent again', async () => {
  const { hook, running, add, shown, idOf } = open()
  await add(fileOf('a.pdf'))
  await running[0]?.finish(new ApiProblem('offline'))
  expect(shown()).toEqual([['a.pdf', 'refused', 0]])
  await act(async () => hook.result.current.retry(idOf('a.pdf')))
  await waitFor(() => expect(running).toHaveLength(2))
})

test('a cancelled file is given up, and the next one goes on', async () => {
  const { hook, running, onReceived, add, shown, idOf } = open()
  await add(fileOf('a.pdf'), fileOf('b.pdf'))
  await act(async () => hook.result.current.remove(idOf('a.pdf')))
  expect(running[0]?.signal.aborted).toBe(true)
  await waitFor(() => expect(running).toHaveLength(2))
  expect(shown()).toEqual([['b.pdf', 'sending', 0]])
  expect(onReceived).not.toHaveBeenCalled()
})
