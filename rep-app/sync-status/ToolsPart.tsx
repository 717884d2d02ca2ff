import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp, useSession } from '../app/use-app.tsx'
import { readDiagnostics } from '../sync/diagnostics.ts'
import { Inset } from '../ui/Inset.tsx'
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx'
import { saveJson } from './save-file.ts'
import { useExport } from './use-export.ts'

/** Tools for trouble: export data, or start again without losing unsent items. */
export function ToolsPart({ unsent, isSealed }: { unsent: number; isSealed: boolean }) {
  const app = useApp()
  const session = useSession()
  const [isBegun, setIsBegun] = useState(false)
  const [said, setSaid] = useState<string>()
  const { exportUnsent, hasExported } = useExport({ isSealed, onSaid: setSaid })
  const begin = () => {
    if (!('person' in session)) return setSaid('Sign in first. Without a sign-in, nothing can be downloaded again.')
    if (unsent > 0 && !hasExported) return setSaid(`${unsent} unsent. Send first, or export the unsent orders.`)
    setSaid(undefined)
    setIsBegun(true)
  }
  const initialise = async () => {
    const { kind } = await app.initialiseAgain({ hasExported })
    setIsBegun(false)
    setSaid(
      kind === 'erased'
        ? 'The downloaded data is erased. The next sync downloads it again. Unsent orders stay.'
        : 'Some items are unsent. Export them first.',
    )
  }
  return (
    <Inset title="Tools">
      <div className="inset-row tools">
        <Button variant="default" onClick={async () => saveJson('diagnostics.json', await readDiagnostics(app))}>
          Export diagnostics
        </Button>
        <Button variant="default" onClick={() => void exportUnsent('csv')}>
          Export unsent orders
        </Button>
        <Button variant="default" onClick={() => void exportUnsent('json')}>
          Export as JSON for support
        </Button>
        <Button variant="default" onClick={begin}>
          Initialise again
        </Button>
        <Text role="status" className="said">
          {said}
        </Text>
        {isBegun && (
          <TypedConfirmation
            word="initialise"
            toDo="to erase the downloaded data and download it again"
            action="Erase and download again"
            onConfirm={initialise}
            onCancel={() => setIsBegun(false)}
          />
        )}
      </div>
    </Inset>
  )
}
