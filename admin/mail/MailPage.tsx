import { Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { mailStates } from '../../shared/contract/mail-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import type { MailSearch } from '../api/mail-search.ts'
import { administratorQuery, mailQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { Found } from '../ui/Found.tsx'
import { mailStateWords } from '../ui/mail-words.ts'
import { Pager } from '../ui/Pager.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { FailingAddresses } from './FailingAddresses.tsx'
import { MessageTable } from './MessageTable.tsx'
import { SenderCheck } from './SenderCheck.tsx'
import { TestMail } from './TestMail.tsx'

const route = getRouteApi('/mail')

/** Shows whether email arrives: failing addresses, the state of each email, and a test. */
export function MailPage() {
  const { search, change } = useListSearch<MailSearch>(route)
  const { state, page = 1 } = search
  const [opened, setOpened] = useState<'test' | 'sender'>()
  const asked = useQuery(mailQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const { done, order } = useMailCommand()
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
        onChange={event => change({ state: mailStates.find(one => one === event.currentTarget.value) })}
      />
      <Found asked={asked}>
        {found => (
          <>
            {found.messages.length === 0 && <Text>No emails match. Emails that people request appear here.</Text>}
            {found.messages.length > 0 && (
              <MessageTable
                messages={found.messages}
                onRetry={mayWrite ? ({ id }) => order({ path: `/mail/${id}/retry`, body: {} }) : undefined}
              />
            )}
            <Pager
              labels={['Newer', 'Older']}
              onPrevious={page > 1 ? () => change({ page: page - 1 }) : undefined}
              onNext={found.hasMore ? () => change({ page: page + 1 }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}

/** Sends a command about email, then refreshes everything that shows email. */
function useMailCommand() {
  const queries = useQueryClient()
  const done = useCommand({
    mutationFn: ({ path, body }: { path: string; body: object }) => ask<Done>(path, { order: body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  })
  return { done, order: done.mutate }
}
