import { type DragEvent, useState } from 'react'

/** Longer than any receipt; in bytes, the same number as the characters the check takes. */
const mostBytes = 20_000

type Said = 'read' | 'checkFileTooLarge' | 'checkFileUnread'

/** Reads a receipt out of a file that was chosen, or dropped onto the form. */
export function useReceiptFile(onText: (text: string) => void) {
  const [told, setTold] = useState<{ said: Said; name: string }>()
  const [over, setOver] = useState(false)

  const read = async (file: File | undefined) => {
    if (!file) return
    const tell = (said: Said) => setTold({ said, name: file.name })
    if (file.size > mostBytes) return tell('checkFileTooLarge')
    try {
      onText(await file.text())
      tell('read')
    } catch {
      // such as a folder
      tell('checkFileUnread')
    }
  }
  const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return {
    said: told?.said,
    name: told?.name ?? '',
    over,
    read: (file: File | undefined) => void read(file),
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!holdsFile(event)) return
        event.preventDefault()
        void read(event.dataTransfer.files[0])
      },
    },
  }
}
