/** Offers a file that was made in the browser as a download. */
export function download(name: string, content: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // some browsers start reading the file only after this task
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
