import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ImportDetails } from '../../shared/contract/import.ts'
import type { ImportKind } from '../../shared/contract/import-lists.ts'
import { findKind } from '../api/import-search.ts'
import { NoSuchPage } from '../ui/NoSuchPage.tsx'
import { Problem } from '../ui/Problem.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DeleteFile } from './DeleteFile.tsx'
import { Failure } from './Failure.tsx'
import { importQuery } from './import-queries.ts'
import { kindTexts, rowsText } from './import-texts.ts'
import { ResultStep } from './ResultStep.tsx'
import { type Step, Steps } from './Steps.tsx'
import { Working } from './Working.tsx'

const route = getRouteApi('/import/$kind/$importId')

/** One import, at the step that the server has stored, so that reloading the page loses nothing. */
export function ImportPage() {
  const { kind: text, importId } = route.useParams()
  const kind = findKind(text)
  return kind ? <OneImport kind={kind} id={importId} /> : <NoSuchPage />
}

function OneImport({ kind, id }: { kind: ImportKind; id: string }) {
  const { step } = route.useSearch()
  const { data, error } = useQuery(importQuery(kind, id))
  const isBack = data?.state === 'checked' && step === 'columns'
  return (
    <Stack>
      <Anchor underline="always" renderRoot={props => <Link {...props} to="/import" search={{ kind }} />}>
        All imports of {kindTexts[kind].many}
      </Anchor>
      <Title order={1}>{kindTexts[kind].title}</Title>
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && (
        <>
          <Steps now={isBack ? 'Columns' : stepOf[data.state]} />
          <Text c="dimmed" className="breaks">
            {data.fileName}: {rowsText(data.rows)}, {data.readAs}
          </Text>
          <StepOf data={data} isBack={isBack} />
        </>
      )}
    </Stack>
  )
}

const stepOf: Record<ImportDetails['state'], Step> = {
  reading: 'Upload',
  columns: 'Columns',
  checking: 'Check',
  checked: 'Check',
  running: 'Import',
  done: 'Result',
  failed: 'Result',
}

function StepOf({ data, isBack }: { data: ImportDetails; isBack: boolean }) {
  if (data.state === 'columns' || isBack) return <ColumnsStep key={data.id} data={data} />
  if (data.state === 'checking') return <Working data={data} what="Checking the rows" />
  if (data.state === 'checked') return <CheckStep data={data} />
  if (data.state === 'running') return <Working data={data} what="Importing the rows" />
  if (data.state === 'done') return <ResultStep data={data} />
  return (
    <>
      <Failure data={data} />
      <DeleteFile data={data} />
    </>
  )
}
