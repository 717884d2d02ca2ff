import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RepApp } from '../app/create-rep-app.ts'
import { NewOrderBar } from '../app/NewOrderBar.tsx'
import { useAppRows, useMoney, useSync } from '../app/use-app.tsx'
import { useEmptyWords, useUnsentWords } from '../app/use-statements.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { EndsSoon } from '../sign-in/EndsSoon.tsx'
import { attentionWords } from '../statements/status-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { dayWords, timeWords } from '../ui/time-words.ts'
import { DraftsPart } from './DraftsPart.tsx'
import { InstallHint } from './InstallHint.tsx'
import { MonthPart } from './MonthPart.tsx'

async function readToday({ cache, serverNow }: RepApp) {
  const now = serverNow()
  const start = new Date(now)
  start.setHours(0, 0, 0, 0)
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  const { visits, retailers, targets } = cache
  const found = await visits.where('at').between(start.toISOString(), end.toISOString(), true, false).sortBy('at')
  const shops = await retailers.bulkGet(found.map(({ retailerId }) => retailerId))
  const target = await targets.get({ month: new Date(now).toISOString().slice(0, 7) })
  return { now, visits: found.map((visit, place) => ({ ...visit, retailer: shops[place] })), target }
}

const places = [
  { to: '/retailers', label: 'Retailers' },
  { to: '/products', label: 'Products' },
  { to: '/orders', label: 'Orders and Quotes' },
  { to: '/sync', label: 'Sync Status' },
] as const

/** The day at a glance. */
export function HomeScreen() {
  const today = useAppRows(readToday)
  const money = useMoney()
  const emptySaid = useEmptyWords('visits')
  return (
    <>
      {today && <p className="over-title">{dayWords(today.now, today.now)}</p>}
      <Title order={1}>Home</Title>
      <EndsSoon />
      <Brought>
        <DraftsPart />
        {today?.target && <MonthPart target={today.target} money={money} />}
        <UnsentPart />
        <Inset title="Visits today">
          {today?.visits.length === 0 && (
            <Text className="inset-row">{emptySaid('None planned. Choose a customer under Retailers.')}</Text>
          )}
          <ul className="list">
            {today?.visits.map(({ id, at, note, retailerId, retailer }) => (
              <li key={id}>
                <Link to="/retailers/$retailerId" params={{ retailerId }} search={{}} className="inset-row visit">
                  <span className="visit-time">{timeWords(Date.parse(at))}</span>
                  <span>
                    <span className="row-title">{retailer?.name ?? "A retailer that isn't on this device"}</span>
                    <span className="row-note">{[retailer?.address.town, note].filter(Boolean).join(' · ')}</span>
                  </span>
                  <Icon name="chevron" />
                </Link>
              </li>
            ))}
          </ul>
        </Inset>
        <nav aria-label="Places" className="group">
          <ul className="inset">
            {places.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className="inset-row fact fact-link" aria-label={`Go to ${label}`}>
                  <span>{label}</span>
                  <Icon name="chevron" />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <InstallHint />
        <NewOrderBar />
      </Brought>
    </>
  )
}

function UnsentPart() {
  const { attention } = useSync()
  const unsentSaid = useUnsentWords()
  return (
    <Inset title="Waiting to upload">
      <Link to="/sync" className="inset-row fact fact-link">
        <span>{unsentSaid}</span>
        <Icon name="chevron" />
      </Link>
      {attention > 0 && (
        <Link to="/sync" className="inset-row fact fact-link alarming">
          <span>{attentionWords(attention)}</span>
          <Icon name="chevron" />
        </Link>
      )}
    </Inset>
  )
}
