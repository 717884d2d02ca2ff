import { Alert, Anchor, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { type ImportKind, isBatchKind } from '../../shared/contract/import-lists.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { DeleteFile } from './DeleteFile.tsx'
import { Failure } from './Failure.tsx'
import { pathOf } from './import-queries.ts'
import { counted, countWithoutLicence, invites, kindTexts, rowsText, type Summary } from './import-texts.ts'
import { RowTable } from './RowTable.tsx'
import { SummaryTables } from './SummaryTables.tsx'
import { useImportCommand } from './use-import-command.ts'

/** Shows the planned outcome of every row. Importing starts here, and only after a confirmation. */
export function CheckStep({ data }: { data: ImportDetails }) {
  const { kind, id, summary } = data
  if (!summary) return null
  return (
    <Stack>
      <Failure data={data} />
      <SummaryTables data={data} />
      <RunChoices data={data} summary={summary} />
      <Title order={2}>Row by row</Title>
      <RowTable key={`${summary.refuse}-${summary.noted}`} data={data} />
      <Text>
        <Anchor href={`/api${pathOf(kind, id)}/result`} download underline="always">
          Download all rows with their outcome
        </Anchor>
        : fix the rows that can't be imported, then upload that file.
      </Text>
      <Group>
        <Button
          variant="default"
          renderRoot={props => (
            <Link
              {...props}
              to="/import/$kind/$importId"
              params={{ kind, importId: id }}
              search={{ step: 'columns' }}
            />
          )}
        >
          Change the columns
        </Button>
        <DeleteFile data={data} />
      </Group>
    </Stack>
  )
}

function RunChoices({ data, summary }: { data: ImportDetails; summary: Summary }) {
  const { kind } = data
  const leftOut = summary.refuse + countWithoutLicence(summary)
  const [invitations, setInvitations] = useState<'later' | 'now'>('later')
  const [isAsked, setIsAsked] = useState(false)
  const scope = leftOut > 0 ? 'good' : 'all'
  const running = useImportCommand(data, 'run')
  const run = () => running.mutate({ scope, invitations })
  const cancel = () => {
    running.reset()
    setIsAsked(false)
  }
  const good = summary.add + summary.update - countWithoutLicence(summary)
  if (good <= 0) return <Alert variant="outline">{nothingWords(leftOut)}</Alert>
  return (
    <Stack maw={480}>
      {invites(kind) && summary.add > 0 && (
        <NativeSelect
          label="Invitations"
          description="Emails each added person who has an email address, to choose a password. The invitation works for three days."
          data={[
            { value: 'later', label: 'Send none now' },
            { value: 'now', label: 'Send them now' },
          ]}
          value={invitations}
          onChange={event => setInvitations(event.currentTarget.value === 'now' ? 'now' : 'later')}
        />
      )}
      {leftOut > 0 && (
        <Text>
          {rowsText(leftOut)} would be left out. Fix the file and upload it again to import all rows together, or import
          the good rows now and the others later.
        </Text>
      )}
      <Group>
        <Button onClick={() => setIsAsked(true)}>{leftOut > 0 ? 'Import the good rows' : 'Import all rows'}</Button>
      </Group>
      <ChangeDialog
        isOpen={isAsked && !hasToConfirm(running.error)}
        question={`Import ${counted(good, kind)}?`}
        confirm="Import"
        isPending={running.isPending}
        fault={running.error}
        onConfirm={run}
        onCancel={cancel}
      >
        {leftOut > 0 && `${rowsText(leftOut)} ${leftOut === 1 ? 'is' : 'are'} left out. `}
        {togetherWords(kind, leftOut)}{' '}
        {invitations === 'now' && `Invitations go out immediately, and you can't recall them.`}
        {invitations === 'later' &&
          invites(kind) &&
          `No emails are sent. You can invite the ${kindTexts[kind].many} afterwards.`}
      </ChangeDialog>
      <ConfirmYourself isOpen={hasToConfirm(running.error)} onConfirmed={run} onCancel={cancel} />
    </Stack>
  )
}

function togetherWords(kind: ImportKind, leftOut: number): string {
  if (!isBatchKind(kind)) return `${leftOut > 0 ? 'The good rows' : 'All rows'} are imported together, or none of them.`
  return leftOut > 0
    ? 'The good rows are imported in batches. You can stop the import: rows that are imported stay.'
    : 'The rows are checked again, then imported in batches. You can stop the import: rows that are imported stay.'
}

function nothingWords(leftOut: number): string {
  if (leftOut === 0) return 'There is nothing to import: everything in the file already exists.'
  return 'No row can be imported. The reasons are below. Fix the file and upload it again, or change the columns.'
}
