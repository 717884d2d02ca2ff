import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { Inset } from '../ui/Inset.tsx'
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx'
import { readDiagnostics } from './diagnostics.ts'

/** For when something is wrong: what can be taken out, and how to begin anew without losing what is unsent. */
export function ToolsPart({ unsent, isSealed }: { unsent: number; isSealed: boolean }) {
  const session = useStore(repApp.session)
  const isSomebody = 'person' in session
  const [hasExported, setHasExported] = useState(false)
  const [isBegun, setIsBegun] = useState(false)
  const [said, setSaid] = useState<string>()
  const exportUnsent = async () => {
    if (!isSomebody) return setSaid('Sign in first: only whoever took an order can take it out.')
    if (isSealed) return setSaid('What you took is sealed until you sign in again. An administrator can release it.')
    const items = await repApp.capture.exportUnsent()
    if (items.length === 0) return setSaid('Nothing is unsent, so there is nothing to export.')
    saveFile('unsent-orders.json', items)
    setHasExported(true)
    setSaid(`${items.length} written to unsent-orders.json. They stay here too, until they are sent.`)
  }
  const begin = () => {
    if (!isSomebody) return setSaid('Sign in first: nothing could be brought again.')
    if (unsent > 0 && !hasExported) return setSaid(`${unsent} unsent. Send first, or export the unsent orders.`)
    setSaid(undefined)
    setIsBegun(true)
  }
  const initialise = async () => {
    const { kind } = await repApp.initialiseAgain({ hasExported })
    setIsBegun(false)
    setSaid(
      kind === 'erased'
        ? 'Everything is brought again. What is unsent stays.'
        : 'Something is unsent: export it first.',
    )
  }
  return (
    <Inset title="Tools">
      <div className="inset-row tools">
        <Button variant="default" onClick={async () => saveFile('diagnostics.json', await readDiagnostics(repApp))}>
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
            toDo="to erase what was brought, and bring it again"
            action="Erase and bring again"
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
