import type { FieldProblem, ProblemCode } from '@porta/shared'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { ApiProblem } from './problem.ts'

/** The field a refusal is about, where the server names none. */
const fieldOf: Partial<Record<ProblemCode | 'offline', string>> = {
  'sign-in-refused': 'password',
  'password-wrong': 'password',
  'password-needed': 'password',
  'code-wrong': 'code',
  'code-used': 'code',
  'code-of-old-entry': 'code',
  'phone-clock-off': 'code',
  'too-many-codes': 'code',
  'fresh-code-needed': 'code',
  'recovery-code-wrong': 'recoveryCode',
  'mailed-code-wrong': 'mailedCode',
  'already-a-contact': 'email',
}

export type Values = Record<string, string>

type Options = {
  /** The fields that must not be empty; told at once, without asking the server. */
  required?: readonly string[]
  /** Runs after a refusal; returning true means it was dealt with and nothing is shown. */
  refused?: (problem: ApiProblem, form: HTMLFormElement) => boolean | undefined
}

/**
 * A form that cannot forget a refusal: it sends once at a time, keeps the problem to show, and puts
 * the focus on the first wrong field.
 */
export function useForm(send: (values: Values) => Promise<unknown>, { required = [], refused }: Options = {}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [empty, setEmpty] = useState<Record<string, FieldProblem>>({})
  const form = useRef<HTMLFormElement>(null)

  const wrong = { ...problem?.fields, ...empty }
  const about = problem && fieldOf[problem.code]
  const isWrong = (name: string) => name in wrong || about === name

  // after the render, so that a screen reader hears the message that now describes the field
  useLayoutEffect(() => {
    if (!problem && Object.keys(empty).length === 0) return
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])]
    const first = fields.find((field) => field.getAttribute('aria-invalid') === 'true')
    first?.focus()
    first?.select()
  }, [problem, empty])

  async function run(values: Values) {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(values)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (!form.current || !refused?.(error, form.current)) setProblem(error)
    } finally {
      setBusy(false)
    }
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    const missing = required.filter((name) => !values[name]?.trim())
    setEmpty(Object.fromEntries(missing.map((name) => [name, 'required'])))
    if (missing.length > 0) setProblem(undefined)
    else void run(values)
  }

  return {
    busy,
    problem,
    /** What is wrong with a field: its own problem, or just that the refusal is about it. */
    wrong: (name: string): { problem?: FieldProblem | undefined; invalid: boolean } => ({ problem: wrong[name], invalid: isWrong(name) }),
    // method=post: if a browser ever sends the form by itself, nothing typed may land in the address
    formProps: { ref: form, method: 'post' as const, noValidate: true, onSubmit },
  }
}
