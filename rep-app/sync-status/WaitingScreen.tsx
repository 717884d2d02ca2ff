import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { useUnsentWords } from '../app/use-statements.ts'
import { OutboxRow } from '../orders/OutboxRow.tsx'
import { Brought } from '../sign-in/Brought.tsx'

const readWaiting = ({ capture }: RepApp) => capture.listWaiting()

/** The records that are only on this device. */
export function WaitingScreen() {
  const unsentSaid = useUnsentWords()
  const waiting = useAppRows(readWaiting)
  return (
    <>
      <Link to="/sync" className="back">
        Sync Status
      </Link>
      <Title order={1}>Waiting to upload</Title>
      <Brought>
        <section aria-label="Unsent items" className="group">
          {waiting?.length === 0 && <Text>{unsentSaid}</Text>}
          {waiting && waiting.length > 0 && (
            <ul className="inset">
              {waiting.map(item => (
                <li key={item.id}>
                  <OutboxRow item={item} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </Brought>
    </>
  )
}
