import { useState } from 'react'
import { useApp, useSession } from '../app/use-app.tsx'
import { writeUnsentCsv } from '../sync/export-unsent.ts'
import { saveFile, saveJson } from './save-file.ts'

type Format = 'csv' | 'json'

/** Writes the unsent items to a file. Only the person who captured them can, and only while they aren't sealed. */
export function useExport({ isSealed, onSaid }: { isSealed: boolean; onSaid(words: string): void }) {
  const { capture, cache, device } = useApp()
  const session = useSession()
  const [hasExported, setHasExported] = useState(false)
  const exportUnsent = async (format: Format) => {
    if (!('person' in session)) return onSaid('Sign in first. Only the person who captured an order can export it.')
    if (isSealed)
      return onSaid('Your unsent orders are sealed until you sign in again. An administrator can release them.')
    const items = await capture.readUnsent()
    if (items.length === 0)
      return onSaid('Nothing to export: this device has no unsent orders, notes or drafts of yours.')
    const { username, currency } = session.person
    const name = `unsent-orders.${format}`
    if (format === 'json') saveJson(name, items)
    else saveFile(name, await writeUnsentCsv(items, { username, currency, deviceId: device.id }, cache))
    setHasExported(true)
    onSaid(`${items.length} written to ${name}. They stay here too, until they are sent.`)
  }
  return { exportUnsent, hasExported }
}
