import { Button, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRows, useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { Brought } from '../ui/Brought.tsx'
import { money } from '../ui/money.ts'

async function readToday() {
  const now = repApp.serverNow()
  const start = new Date(now)
  start.setHours(0, 0, 0, 0)
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  const { visits, retailers, targets } = repApp.cache
  const found = await visits.where('at').between(start.toISOString(), end.toISOString(), true, false).sortBy('at')
  const shops = await retailers.bulkGet(found.map(({ retailerId }) => retailerId))
  const target = await targets.get({ month: new Date(now).toISOString().slice(0, 7) })
  return { visits: found.map((visit, place) => ({ ...visit, retailer: shops[place] })), target }
}

const timeOf = (at: string) => new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })

/** The day at a glance. */
export function HomeScreen() {
  const today = useRows(readToday)
  const { waiting, attention } = useStore(repApp.sync.status)
  const unsent = waiting.orders + waiting.quotes + waiting.notes + attention
  return (
    <Stack>
      <Title order={1}>Home</Title>
      <Brought>
        {today?.target && (
          <section aria-label="This month" className="card">
            <Title order={2}>This month</Title>
            <Text>
              {money(today.target.soldCents)} of {money(today.target.amountCents)}
            </Text>
            <progress
              aria-label="Sold of the target"
              className="bar"
              value={today.target.soldCents}
              max={Math.max(today.target.amountCents, today.target.soldCents)}
            />
          </section>
        )}
        <section aria-label="Waiting to upload" className="card">
          <Text>{unsent === 0 ? 'Everything is sent.' : `${unsent} waiting on this device.`}</Text>
          {unsent > 0 && <Link to="/sync">See Sync Status</Link>}
        </section>
        <section aria-label="Visits today">
          <Title order={2}>Visits today</Title>
          {today?.visits.length === 0 && <Text>None planned. Choose a customer under Retailers.</Text>}
          <ul className="list">
            {today?.visits.map(({ id, at, note, retailer }) => (
              <li key={id}>
                <Link to="/retailers/$retailerId" params={{ retailerId: retailer?.id ?? '' }} className="row">
                  <span className="row-title">
                    {timeOf(at)} {retailer?.name ?? 'Unknown retailer'}
                  </span>
                  <span className="row-note">{[retailer?.address.town, note].filter(Boolean).join(' · ')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <Button component={Link} to="/retailers">
          New order
        </Button>
      </Brought>
    </Stack>
  )
}
