import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { isBatchKind } from '../../shared/contract/import-lists.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { momentWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { DeleteFile } from './DeleteFile.tsx'
import { pathOf } from './import-queries.ts'
import { count, counted, invites, rowsText, type Summary } from './import-texts.ts'
import { RowTable } from './RowTable.tsx'
import { SummaryTables } from './SummaryTables.tsx'
import { useImportCommand } from './use-import-command.ts'

/** The outcome of every row, the result to download and the invitations still to send. */
export function ResultStep({ data }: { data: ImportDetails }) {
  const { kind, id, summary, keptUntil } = data
  if (!summary) return null
  return (
    <Stack>
      <div role="status">
        <Alert variant="outline" title={doneWords(data, summary)}>
          {leftOutWords(summary)}
        </Alert>
      </div>
      <SummaryTables data={data} />
      {invites(kind) && <Invitations data={data} summary={summary} />}
      <Text>
        <Anchor href={`/api${pathOf(kind, id)}/result`} download underline="always">
          Download the result
        </Anchor>
        : each row with its outcome and the reason. It is kept until {momentWords(keptUntil)}.
      </Text>
      <Title order={2}>Row by row</Title>
      <RowTable data={data} />
      <Group>
        {!isBatchKind(kind) && (
          <Button renderRoot={props => <Link {...props} to={kind === 'users' ? '/users' : '/retailers'} search={{}} />}>
            {kind === 'users' ? 'Go to Users' : 'Go to Retailers'}
          </Button>
        )}
        <DeleteFile data={data} />
      </Group>
    </Stack>
  )
}

function leftOutWords({ refuse }: Summary): string {
  if (refuse === 0) return 'No row was left out.'
  return `${rowsText(refuse)} ${refuse === 1 ? 'was' : 'were'} not imported. The reasons are below.`
}

function doneWords({ kind }: ImportDetails, { add, update }: Summary): string {
  const added = `${counted(add, kind)} added`
  return update > 0 ? `${added}, ${count(update)} changed` : added
}

function Invitations({ data, summary }: { data: ImportDetails; summary: Summary }) {
  const { possible, waiting, asked } = summary.invitations
  const inviting = useImportCommand(data, 'invitations')
  if (possible + waiting + asked === 0) return null
  return (
    <Stack gap="xs">
      <Text>
        Invitations:{' '}
        {[
          asked > 0 && `${count(asked)} sent`,
          waiting > 0 && `${count(waiting)} queued behind other emails`,
          possible > 0 && `${count(possible)} not sent yet`,
        ]
          .filter(Boolean)
          .join(', ')}
        .
      </Text>
      {inviting.error && !hasToConfirm(inviting.error) && <Problem fault={inviting.error} />}
      {possible > 0 && (
        <Group>
          <Button variant="default" loading={inviting.isPending} onClick={() => inviting.mutate({})}>
            Send {possible === 1 ? 'the invitation' : `${count(possible)} invitations`} now
          </Button>
        </Group>
      )}
      <ConfirmYourself
        isOpen={hasToConfirm(inviting.error)}
        onConfirmed={() => inviting.mutate({})}
        onCancel={() => inviting.reset()}
      />
    </Stack>
  )
}
