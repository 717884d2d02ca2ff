import { Alert, Button, Stack, Text } from '@mantine/core'
import type { Diagnosis } from '../../shared/contract/diagnosis.ts'
import { diagnosisWords, type Fix, fixWords, type Person } from './diagnosis-words.ts'

type Props = { diagnosis: Diagnosis; person: Person; onFix?: ((fix: Fix) => void) | undefined }

/** One sentence that says what blocks the sign-in, with one button that fixes it. */
export function DiagnosisCard({ diagnosis, person, onFix }: Props) {
  const { title, text, more, isOpen, fix } = diagnosisWords(diagnosis, person)
  const label = fix && (diagnosis.obstacle === 'unlicensed' ? 'Give a licence' : fixWords[fix])
  return (
    <Alert variant="outline" color={isOpen ? 'accent' : 'var(--mantine-color-error)'} title={title}>
      <Stack gap="sm" align="start">
        <Text>{text}</Text>
        {more.length > 0 && (
          <Text c="dimmed" size="sm" className="breaks">
            {more.join(' ')}
          </Text>
        )}
        {fix && onFix && <Button onClick={() => onFix(fix)}>{label}</Button>}
      </Stack>
    </Alert>
  )
}
