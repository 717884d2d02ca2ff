import { Alert, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { HomeAnswer } from '../../shared/contract/home.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, homeQuery } from '../api/queries.ts'
import { typeWords } from '../ui/account-words.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { DayBars } from './DayBars.tsx'
import { durationWords } from './home-words.ts'
import { Tile, Tiles } from './Tile.tsx'

/** What needs attention first, then the last thirty days. */
export function HomePage() {
  const { data, error } = useQuery(homeQuery)
  return (
    <Stack gap="lg">
      <Title order={1}>Home</Title>
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={400} />}
      {data && <Parts home={data} />}
    </Stack>
  )
}

function Parts({ home }: { home: HomeAnswer }) {
  const { signIns, resets, locked, seats, mail, days, timeZone, setUp } = home
  if (!signIns && !seats && !mail && !setUp)
    return (
      <Text>
        Your role includes nothing that Home counts. The menu shows what it includes. If something is missing, ask an
        administrator who manages roles.
      </Text>
    )
  return (
    <>
      {setUp?.map(fault => (
        <SetUpFault key={fault.sentence} {...fault} />
      ))}
      <Tiles>
        {locked !== null && (
          <Tile label="Locked users" to="/users" search={{ status: 'locked' }} figure={String(locked)} />
        )}
        {mail && (
          <>
            <Tile label="People email doesn't reach" to="/mail" search={{}} figure={String(mail.failing)} />
            <Tile label="Emails given up in 30 days" to="/mail" search={{}} figure={String(mail.failed)} />
          </>
        )}
        {seats?.map(({ userType, used, enabled }) => (
          <Tile
            key={userType}
            label={`${typeWords[userType]} licences`}
            to="/subscription"
            search={{}}
            figure={`${used} of ${enabled}`}
            more={used >= enabled ? 'None free' : `${enabled - used} free`}
          />
        ))}
      </Tiles>
      {signIns && <SignIns days={days} signIns={signIns} />}
      {resets && <Resets days={days} resets={resets} />}
      {signIns && <Text c="dimmed">Days start at midnight in {timeZone}. Today isn't over yet.</Text>}
    </>
  )
}

function SetUpFault({ sentence, fix, seenAt }: NonNullable<HomeAnswer['setUp']>[number]) {
  return (
    <Alert
      role="alert"
      variant="outline"
      color="var(--mantine-color-error)"
      title="The proxy in front of Fieldkey isn't set up right"
    >
      <Text>{sentence}. One stranger's wrong passwords can then lock everyone out.</Text>
      <Text>
        {fix}, and restart the server. Last seen {momentWords(seenAt)} ({zoneWords()}).
      </Text>
    </Alert>
  )
}

type WithDays = { days: HomeAnswer['days'] }

function SignIns({ days, signIns }: WithDays & { signIns: NonNullable<HomeAnswer['signIns']> }) {
  const list = useListOf('signed-in')
  return (
    <Stack gap="sm" component="section" aria-labelledby="sign-ins">
      <Title order={2} id="sign-ins">
        Sign-ins in 30 days
      </Title>
      <Tiles>
        <Tile label="Sign-ins" {...list} figure={signIns.total.toLocaleString('en-GB')} />
      </Tiles>
      <DayBars
        days={days}
        whole={{ name: 'Sign-ins', counts: signIns.perDay }}
        empty="No one has signed in yet. Each day will have a bar here."
      />
    </Stack>
  )
}

function Resets({ days, resets }: WithDays & { resets: NonNullable<HomeAnswer['resets']> }) {
  const asked = useListOf('reset-asked')
  const mailed = useListOf('reset-mail-sent')
  const completed = useListOf('password-reset')
  const failed = useListOf('reset-not-delivered')
  return (
    <Stack gap="sm" component="section" aria-labelledby="resets">
      <Title order={2} id="resets">
        Resets in 30 days
      </Title>
      <Tiles>
        <Tile label="Asked for" {...asked} figure={resets.asked.toLocaleString('en-GB')} />
        <Tile label="Mailed" {...mailed} figure={resets.mailed.toLocaleString('en-GB')} />
        <Tile label="Password saved" {...completed} figure={resets.completed.toLocaleString('en-GB')} />
        <Tile label="Not delivered" {...failed} figure={resets.notDelivered.toLocaleString('en-GB')} />
        <Tile
          label="From request to saved"
          {...completed}
          figure={resets.medianSeconds === null ? 'None yet' : durationWords(resets.medianSeconds)}
          {...(resets.medianSeconds !== null && { more: 'Half were faster' })}
        />
      </Tiles>
      <DayBars
        days={days}
        whole={{ name: 'Requested', counts: resets.askedPerDay }}
        part={{ name: 'Password saved', counts: resets.completedPerDay }}
        empty="No one has requested a reset. The option is on the sign-in form."
      />
    </Stack>
  )
}

/** Links to the audit rows behind a number, or to the users for a reader without audit rights. */
function useListOf(action: 'signed-in' | 'reset-asked' | 'reset-mail-sent' | 'password-reset' | 'reset-not-delivered') {
  const { data } = useQuery(administratorQuery)
  const mayRead = data && allows(data.rights, { module: 'audit', access: 'read' })
  if (mayRead) return { to: '/audit', search: { action } } as const
  return { to: '/users', search: { sort: 'last-sign-in', order: 'descending' } } as const
}
