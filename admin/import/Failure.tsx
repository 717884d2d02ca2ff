import { Alert } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'

/** What kept an import from being run, or sent it back. */
export function Failure({ data: { failure } }: { data: ImportDetails }) {
  if (!failure) return null
  return (
    <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title={failure.title}>
      {failure.text}
    </Alert>
  )
}
