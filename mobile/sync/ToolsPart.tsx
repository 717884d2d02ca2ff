import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { appVersion } from '../device/app-version.ts'
import { repApp } from '../rep-app.ts'

const WORD = 'initialise'

/** For when something is wrong: what can be taken out, and how to begin anew without losing what is unsent. */
export function ToolsPart({ unsent }: { unsent: number }) {
  const [hasExported, setHasExported] = useState(false)
  const [isBegun, setIsBegun] = useState(false)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string>()
  const exportUnsent = async () => {
    saveFile('unsent-orders.json', await repApp.capture.exportUnsent())
    setHasExported(true)
  }
  const begin = () => {
    if (unsent === 0 || hasExported) return setIsBegun(true)
    setSaid(`${unsent} are unsent. Send them first, or export them.`)
  }
  const initialise = async () => {
    const { kind } = await repApp.initialiseAgain({ hasExported })
    setIsBegun(false)
    setTyped('')
    setSaid(
      kind === 'erased'
        ? 'Everything is brought again. What is unsent stays.'
        : 'Something is unsent: export it first.',
    )
  }
  return (
    <Stack component="section" gap="xs" aria-label="Tools">
      <Title order={2}>Tools</Title>
      {said !== undefined && <Text role="alert">{said}</Text>}
      <Group>
        <Button variant="default" onClick={async () => saveFile('diagnostics.json', await readDiagnostics())}>
          Export diagnostics
        </Button>
        <Button variant="default" onClick={exportUnsent}>
          Export unsent orders
        </Button>
        <Button variant="default" onClick={begin}>
          Initialise again
        </Button>
      </Group>
      {isBegun && (
        <Group align="end">
          <TextInput
            label={`Type ${WORD} to erase what was brought, and bring it again`}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
          <Button disabled={typed.trim().toLowerCase() !== WORD} onClick={initialise}>
            Erase and bring again
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Counts, versions and codes: neither what was captured nor any token. */
async function readDiagnostics() {
  const { collections, waiting, attention, ofOthers, lastTry, clockDifferenceMs } = repApp.sync.status.get()
  const counts = { collections, waiting, attention, ofOthers, lastTry, clockDifferenceMs }
  return { appVersion, device: repApp.device, ...counts, events: await repApp.listEvents() }
}

function saveFile(name: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
