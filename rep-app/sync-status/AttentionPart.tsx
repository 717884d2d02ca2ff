import { Text } from '@mantine/core'
import { useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { attentionNote } from '../statements/stays.ts'
import { Inset } from '../ui/Inset.tsx'
import { AttentionItem } from './AttentionItem.tsx'

const listNeedingAttention = ({ capture }: RepApp) => capture.listNeedingAttention()

/** The rejected records with their reasons and actions. */
export function AttentionPart({ count, isSealed }: { count: number; isSealed: boolean }) {
  const items = useAppRows(listNeedingAttention) ?? []
  const [said, setSaid] = useState<string>()
  return (
    <>
      <Text role="status" className="said">
        {said}
      </Text>
      {count > 0 && (
        <Inset title="Needs attention" note={attentionNote(isSealed)}>
          {!isSealed && (
            <ul className="list">
              {items.map(item => (
                <AttentionItem key={item.id} item={item} onDone={setSaid} />
              ))}
            </ul>
          )}
        </Inset>
      )}
    </>
  )
}
