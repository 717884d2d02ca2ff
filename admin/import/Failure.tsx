import { Alert } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'

/** Shows why an import failed or returned to the check step. */
export function Failure({ data: { failure } }: { data: ImportDetails }) {
  if (!failure) return null
  return (
    <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title={failure.title}>
      {failure.text}
    </Alert>
  )
}
