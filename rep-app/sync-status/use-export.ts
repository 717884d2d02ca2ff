import { useState } from 'react'
import { useApp, useSession } from '../app/use-app.tsx'
import { exportWords } from '../statements/exported.ts'
import { writeUnsentCsv } from '../sync/export-unsent.ts'
import { saveFile, saveJson } from './save-file.ts'

type Format = 'csv' | 'json'

/** Writes the unsent items to a file. Only the person who captured them can, and only while they aren't sealed. */
export function useExport({ isSealed, onSaid }: { isSealed: boolean; onSaid(words: string): void }) {
  const { capture, cache, device } = useApp()
  const session = useSession()
  const [hasExported, setHasExported] = useState(false)
  const exportUnsent = async (format: Format) => {
    const file = `unsent-orders.${format}`
    const person = 'person' in session ? session.person : undefined
    const items = person && !isSealed ? await capture.readUnsent() : []
    if (person && items.length > 0) {
      const { username, currency } = person
      if (format === 'json') saveJson(file, items)
      else saveFile(file, await writeUnsentCsv(items, { username, currency, deviceId: device.id }, cache))
      setHasExported(true)
    }
    onSaid(exportWords({ isSignedOut: !person, isSealed, count: items.length, file }))
  }
  return { exportUnsent, hasExported }
}
