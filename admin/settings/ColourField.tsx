import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { accentsOf } from '../../shared/colour/accents.ts'
import { isColour } from '../../shared/colour/contrast.ts'
import { tokens } from '../../shared/colour/tokens.ts'
import { AccentPreview } from './AccentPreview.tsx'
import { correctionWords } from './settings-words.ts'

type Props = { colour: string | null; error: ReactNode; onChange: (colour: string | null) => void }

const own = tokens.light.accent

/** The organisation's colour, typed or picked, and how it is corrected if it would be hard to read. */
export function ColourField({ colour, error, onChange }: Props) {
  const pickerId = useId()
  const shown = colour !== null && isColour(colour) ? colour : undefined
  return (
    <Stack gap="xs">
      <Group align="end">
        <TextInput
          label="Colour"
          description="Buttons and links on pages, in the app and in mails. # and six digits; empty for Fieldkey's own."
          placeholder={own}
          value={colour ?? ''}
          error={error}
          autoComplete="off"
          spellCheck={false}
          flex="1 1 240px"
          onChange={event => {
            const typed = event.currentTarget.value.trim().toLowerCase()
            onChange(typed === '' ? null : typed)
          }}
        />
        <label htmlFor={pickerId} className="colour-picker">
          <span>Pick</span>
          <input
            id={pickerId}
            type="color"
            value={shown ?? own}
            onChange={event => onChange(event.currentTarget.value.toLowerCase())}
          />
        </label>
        {colour !== null && (
          <Button variant="default" onClick={() => onChange(null)}>
            Use Fieldkey’s own
          </Button>
        )}
      </Group>
      <Text role="status">{shown && correctionWords(shown)}</Text>
      {shown && <AccentPreview accents={accentsOf(shown)} />}
    </Stack>
  )
}
