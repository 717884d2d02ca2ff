import { Alert, Button, Stack, Text } from '@mantine/core'
import type { Diagnosis } from '../../shared/contract/diagnosis.ts'
import { type Mend, mendWords, type Person, standingWords } from './standing-words.ts'

type Props = { diagnosis: Diagnosis; person: Person; onMend?: ((mend: Mend) => void) | undefined }

/** One sentence that says what blocks the sign-in, with one button that fixes it. */
export function StandingCard({ diagnosis, person, onMend }: Props) {
  const { title, text, more, isOpen, mend } = standingWords(diagnosis, person)
  const label = mend && (diagnosis.obstacle === 'unlicensed' ? 'Give a licence' : mendWords[mend])
  return (
    <Alert variant="outline" color={isOpen ? 'accent' : 'var(--mantine-color-error)'} title={title}>
      <Stack gap="sm" align="start">
        <Text>{text}</Text>
        {more.length > 0 && (
          <Text c="dimmed" size="sm" className="breaks">
            {more.join(' ')}
          </Text>
        )}
        {mend && onMend && <Button onClick={() => onMend(mend)}>{label}</Button>}
      </Stack>
    </Alert>
  )
}
