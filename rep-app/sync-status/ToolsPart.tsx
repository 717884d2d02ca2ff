import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp, useSession } from '../app/use-app.tsx'
import { readDiagnostics } from '../sync/diagnostics.ts'
import { Inset } from '../ui/Inset.tsx'
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx'

/** Tools for trouble: export data, or start again without losing unsent items. */
export function ToolsPart({ unsent, isSealed }: { unsent: number; isSealed: boolean }) {
  const app = useApp()
  const session = useSession()
  const isSomebody = 'person' in session
  const [hasExported, setHasExported] = useState(false)
  const [isBegun, setIsBegun] = useState(false)
  const [said, setSaid] = useState<string>()
  const exportUnsent = async () => {
    if (!isSomebody) return setSaid('Sign in first. Only the person who captured an order can export it.')
    if (isSealed)
      return setSaid('Your unsent orders are sealed until you sign in again. An administrator can release them.')
    const items = await app.capture.exportUnsent()
    if (items.length === 0) return setSaid('Everything has been sent, so there is nothing to export.')
    saveFile('unsent-orders.json', items)
    setHasExported(true)
    setSaid(`${items.length} written to unsent-orders.json. They stay here too, until they are sent.`)
  }
  const begin = () => {
    if (!isSomebody) return setSaid('Sign in first. Without a sign-in, nothing can be downloaded again.')
    if (unsent > 0 && !hasExported) return setSaid(`${unsent} unsent. Send first, or export the unsent orders.`)
    setSaid(undefined)
    setIsBegun(true)
  }
  const initialise = async () => {
    const { kind } = await app.initialiseAgain({ hasExported })
    setIsBegun(false)
    setSaid(
      kind === 'erased'
        ? 'Everything is being downloaded again. Unsent orders stay.'
        : 'Some items are unsent. Export them first.',
    )
  }
  return (
    <Inset title="Tools">
      <div className="inset-row tools">
        <Button variant="default" onClick={async () => saveFile('diagnostics.json', await readDiagnostics(app))}>
          Export diagnostics
        </Button>
        <Button variant="default" onClick={() => void exportUnsent()}>
          Export unsent orders
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

function saveFile(name: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
