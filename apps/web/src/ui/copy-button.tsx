import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import text from './text.module.css'

type CopyButtonProps = { value: string; label: string; done: string; failed: string }

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ value, label, done, failed }: CopyButtonProps) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(setSaid, 4000, '')
    return () => clearTimeout(timer)
  }, [said])
  // the clipboard is missing outside secure contexts and may be refused by the browser
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setSaid(done)
    } catch {
      setSaid(failed)
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{said || label}</Button>
      <span role="status" className={text.visuallyHidden}>
        {said}
      </span>
    </>
  )
}
