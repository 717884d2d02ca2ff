import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRows } from '../device/use-store.ts'
import { OutboxRow } from '../orders/OutboxRow.tsx'
import { repApp } from '../rep-app.ts'
import { Brought } from '../ui/Brought.tsx'

const readWaiting = () => repApp.capture.listWaiting()

/** The records that are only on this device. */
export function WaitingScreen() {
  const waiting = useRows(readWaiting)
  return (
    <>
      <Link to="/sync" className="back">
        Sync Status
      </Link>
      <Title order={1}>Waiting to upload</Title>
      <Brought>
        <section aria-label="Unsent items" className="group">
          {waiting?.length === 0 && <Text>Nothing is waiting. The server has everything you captured.</Text>}
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
