import { Text } from '@mantine/core'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { readOrder } from './read-order.ts'

/** Names the products of an earlier order that a new one can't include. */
export function NoLongerSold({ again }: { again: string }) {
  const ask = useCallback(async (app: RepApp) => (await readOrder(app, again))?.lines ?? [], [again])
  const names = (useAppRows(ask) ?? []).filter(({ isSold }) => !isSold).map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Text className="notice" role="status">
      No longer sold, so not included: {names.join(', ')}.
    </Text>
  )
}
