import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { NewOrderBar } from '../app/NewOrderBar.tsx'
import { useAppRows, useMoney, useSync, useToday } from '../app/use-app.tsx'
import { useUnsentWords } from '../app/use-statements.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { EndsSoon } from '../sign-in/EndsSoon.tsx'
import { attentionWords } from '../statements/status-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { dateWords } from '../ui/time-words.ts'
import { DraftsPart } from './DraftsPart.tsx'
import { FiguresPart } from './FiguresPart.tsx'
import { InstallHint } from './InstallHint.tsx'
import { MonthPart } from './MonthPart.tsx'
import { readTarget } from './read-home.ts'
import { SchedulePart } from './SchedulePart.tsx'

const places = [
  { to: '/retailers', label: 'Retailers' },
  { to: '/products', label: 'Products' },
  { to: '/orders', label: 'Orders and Quotes' },
  { to: '/sync', label: 'Sync Status' },
] as const

/** The day at a glance. */
export function HomeScreen() {
  const found = useAppRows(readTarget)
  const money = useMoney()
  const today = useToday()
  return (
    <>
      {found && <p className="over-title">{dateWords(today)}</p>}
      <Title order={1}>Home</Title>
      <EndsSoon />
      <Brought>
        <DraftsPart />
        <FiguresPart />
        {found?.target && <MonthPart target={found.target} money={money} />}
        <SchedulePart />
        <UnsentPart />
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
