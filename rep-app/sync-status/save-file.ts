/** Downloads a file that the app has written. */
export function saveFile(name: string, content: string): void {
  const type = name.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/json'
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

export const saveJson = (name: string, content: unknown): void => saveFile(name, JSON.stringify(content, null, 2))
