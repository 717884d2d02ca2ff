import { Anchor, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { InvitationRound } from '../../shared/contract/invitation-rounds.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { invitationPeopleQuery, invitationRoundQuery } from '../api/contact-queries.ts'
import type { InvitationPeopleSearch } from '../api/contact-search.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { momentWords } from '../ui/moments.ts'
import { Pager } from '../ui/Pager.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { InvitationPeopleTable } from './InvitationPeopleTable.tsx'
import { leftOutWords, peopleWords } from './invitation-words.ts'

const route = getRouteApi('/contacts/invitations/$roundId')

/** Invitations of many contacts: who gets one and who doesn't, then the progress, then the result of each person. */
export function InvitationRoundPage() {
  const { roundId } = route.useParams()
  const { search, change } = useListSearch<InvitationPeopleSearch>(route)
  const { data: round, error } = useAnswer(invitationRoundQuery(roundId))
  const { data: page } = useQuery(invitationPeopleQuery(roundId, search, round?.state === 'sending'))
  const { data: administrator } = useQuery(administratorQuery)
  if (error) return <Problem fault={error} />
  if (!round || !administrator) return <Skeleton height={400} />
  const mayWrite = allows(administrator.rights, { module: 'retailers', access: 'write' })
  const isNarrowed = search.reason !== undefined || search.outcome !== undefined
  return (
    <Stack>
      <Anchor component={Link} to="/contacts" underline="always">
        Back to all contacts
      </Anchor>
      <div>
        <Title order={1}>{titleOf(round)}</Title>
        <Text c="dimmed">
          {round.by}, {momentWords(round.startedAt ?? round.createdAt)}
        </Text>
      </div>
      <Progress round={round} />
      {mayWrite && <RoundCommands round={round} />}
      <LeftOut round={round} onChoose={reason => change({ reason, outcome: undefined })} />
      <Group justify="space-between">
        <Title order={2}>{search.reason ? leftOutWords[search.reason] : 'Person by person'}</Title>
        {isNarrowed && (
          <Button variant="default" onClick={() => change({ reason: undefined, outcome: undefined })}>
            Show everyone
          </Button>
        )}
      </Group>
      {!page && <Skeleton height={200} />}
      {page?.people.length === 0 && <Text>No contacts here. Go back and choose others.</Text>}
      {page && page.people.length > 0 && <InvitationPeopleTable people={page.people} />}
      {page && (
        <Pager
          labels={['First page', 'Next page']}
          onPrevious={search.after ? () => change({ after: undefined }) : undefined}
          onNext={page.hasMore ? () => change({ after: page.people.at(-1)?.id }) : undefined}
        />
      )}
    </Stack>
  )
}

function titleOf({ state, ready, waiting, asked }: InvitationRound): string {
  if (state === 'draft') return ready === 0 ? 'No one to invite' : `Invite ${peopleWords(ready)} to the website?`
  if (state === 'sending') return `Inviting ${peopleWords(asked + waiting)}`
  return `${peopleWords(asked)} invited`
}

function Progress({ round: { state, ready, waiting, asked, accepted } }: { round: InvitationRound }) {
  if (state === 'draft' && ready === 0) return <Text>Everyone found is left out. The reasons are below.</Text>
  if (state === 'draft')
    return <Text>Each of them gets an email, for three days. You won't see a link, a code or a password.</Text>
  const all = asked + waiting
  return (
    <div>
      {state === 'sending' && <progress className="progress" aria-label="Invitations sent" value={asked} max={all} />}
      <Text role="status">
        {state === 'sending'
          ? `${asked.toLocaleString('en-GB')} of ${peopleWords(all)}. Password resets go first, so this may take a while. You can leave this page.`
          : `${peopleWords(accepted)} accepted so far.`}
      </Text>
    </div>
  )
}

function RoundCommands({ round: { id, state, ready } }: { round: InvitationRound }) {
  const refresh = useRefresh('invitation-round', 'invitation-rounds', 'contacts', 'contact')
  const sending = useCommand({
    mutationFn: (name: 'send' | 'stop') => ask<Done>(`/invitation-rounds/${id}/${name}`, { order: {} }),
    onSuccess: refresh,
  })
  return (
    <>
      {sending.error && <Problem fault={sending.error} />}
      {state === 'draft' && (
        <Group>
          <Button variant="default" renderRoot={props => <Link {...props} to="/contacts" />}>
            Cancel
          </Button>
          {ready > 0 && (
            <Button loading={sending.isPending} onClick={() => sending.mutate('send')}>
              Send {ready === 1 ? '1 invitation' : `${ready.toLocaleString('en-GB')} invitations`}
            </Button>
          )}
        </Group>
      )}
      {state === 'sending' && (
        <Group>
          <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate('stop')}>
            Stop sending
          </Button>
        </Group>
      )}
    </>
  )
}

type LeftOutProps = { round: InvitationRound; onChoose: (reason: InvitationRound['leftOut'][number]['reason']) => void }

function LeftOut({ round: { leftOut, notWithinDays }, onChoose }: LeftOutProps) {
  if (leftOut.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2}>Left out</Title>
      <Table aria-label="Left out" maw={520}>
        <Table.Tbody>
          {leftOut.map(({ reason, count }) => (
            <Table.Tr key={reason}>
              <Table.Td>
                {leftOutWords[reason]}
                {reason === 'invited-lately' && `, within ${notWithinDays} days`}
              </Table.Td>
              <Table.Td ta="end">
                <Button variant="subtle" size="compact-sm" onClick={() => onChoose(reason)}>
                  Show {peopleWords(count)}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
