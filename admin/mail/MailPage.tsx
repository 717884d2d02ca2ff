import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { mailStates } from '../../shared/contract/mail-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { administratorQuery, mailQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { mailStateWords } from '../ui/mail-words.ts'
import { Problem } from '../ui/Problem.tsx'
import { FailingAddresses } from './FailingAddresses.tsx'
import { MessageTable } from './MessageTable.tsx'
import { SenderCheck } from './SenderCheck.tsx'
import { TestMail } from './TestMail.tsx'

const route = getRouteApi('/mail')

/** Whether mail arrives: whom it does not reach, what became of each message, and how to try it. */
export function MailPage() {
  const { state } = route.useSearch()
  const navigate = route.useNavigate()
  const [page, setPage] = useState(1)
  const [opened, setOpened] = useState<'test' | 'sender'>()
  const { data, error } = useQuery(mailQuery({ ...(state && { state }), page }))
  const { data: administrator } = useQuery(administratorQuery)
  const { done, order } = useMailCommand()
  const choose = (chosen: string) => {
    const next = mailStates.find(one => one === chosen)
    void navigate({ search: next ? { state: next } : {}, replace: true })
    setPage(1)
  }
  const mayWrite = administrator && allows(administrator.rights, { module: 'mail', access: 'write' })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Mail</Title>
        <Group gap="sm">
          <Button variant="default" onClick={() => setOpened('sender')}>
            Check the sender
          </Button>
          {mayWrite && <Button onClick={() => setOpened('test')}>Send a test email</Button>}
        </Group>
      </Group>
      <div role="status">{done.data && <Alert variant="outline">{done.data.text}</Alert>}</div>
      {done.error && <Problem fault={done.error} />}
      {opened === 'sender' && <SenderCheck onClose={() => setOpened(undefined)} />}
      {opened === 'test' && administrator && (
        <TestMail own={administrator.username} onClose={() => setOpened(undefined)} />
      )}
      <FailingAddresses
        onClear={mayWrite ? address => order({ path: '/mail/failing/clear', body: { address } }) : undefined}
      />
      <Title order={2}>Every email</Title>
      <NativeSelect
        label="State"
        maw={240}
        data={[{ value: '', label: 'Any' }, ...mailStates.map(value => ({ value, label: mailStateWords[value] }))]}
        value={state ?? ''}
        onChange={event => choose(event.currentTarget.value)}
      />
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && data.messages.length === 0 && <Text>No emails match. Emails that people request appear here.</Text>}
      {data && data.messages.length > 0 && (
        <MessageTable
          messages={data.messages}
          onRetry={mayWrite ? ({ id }) => order({ path: `/mail/${id}/retry`, body: {} }) : undefined}
        />
      )}
      {data && (page > 1 || data.hasMore) && (
        <Group justify="space-between">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <Button variant="default" disabled={!data.hasMore} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** An order about mail, after which all that is shown of mail is asked for anew. */
function useMailCommand() {
  const queries = useQueryClient()
  const done = useCommand({
    mutationFn: ({ path, body }: { path: string; body: object }) => ask<Done>(path, { order: body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  })
  return { done, order: done.mutate }
}
