import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CodeField } from './code-field.tsx'

const setUp = () => {
  const onComplete = vi.fn()
  render(
    <form>
      <CodeField label="Code" onComplete={onComplete} />
    </form>,
  )
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' })
  return { onComplete, input, user: userEvent.setup() }
}

test('a pasted code with spaces is complete at once', async () => {
  const { onComplete, input, user } = setUp()
  await user.click(input)
  await user.paste(' 123 456 ')
  expect(input.value).toBe('123456')
  expect(onComplete).toHaveBeenCalledOnce()
})

test('letters are left out and the sixth digit completes', async () => {
  const { onComplete, input, user } = setUp()
  await user.type(input, '12a34-5')
  expect(input.value).toBe('12345')
  expect(onComplete).not.toHaveBeenCalled()
  await user.type(input, '6')
  expect(onComplete).toHaveBeenCalledOnce()
})

test('taking a digit away completes nothing', async () => {
  const { onComplete, input, user } = setUp()
  await user.type(input, '123456')
  await user.keyboard('{Backspace}')
  expect(input.value).toBe('12345')
  expect(onComplete).toHaveBeenCalledOnce()
})

test('a code pasted over a refused one is complete again, and the form holds its digits only', async () => {
  const { onComplete, input, user } = setUp()
  await user.type(input, '123456')
  input.select()
  onComplete.mockImplementation((form: HTMLFormElement) => expect(new FormData(form).get('code')).toBe('654321'))
  await user.paste('654-321')
  expect(onComplete).toHaveBeenCalledTimes(2)
})
