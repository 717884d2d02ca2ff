import { Table, Text } from '@mantine/core'
import { dayWords, topOf } from './home-words.ts'

type Series = { name: string; counts: readonly number[] }
type Props = {
  days: readonly string[]
  whole: Series
  /** The filled part of each bar. Without it, bars are full. */
  part?: Series
  /** Shown instead of thirty empty bars. */
  empty: string
}

/** One bar a day, with the numbers in words for screen readers and in a table for exact reading. */
export function DayBars({ days, whole, part, empty }: Props) {
  const most = Math.max(...whole.counts)
  if (most === 0) return <Text>{empty}</Text>
  const top = topOf(most)
  return (
    <div>
      <figure className="bars">
        {part && (
          <figcaption className="bars-legend">
            <span className="bars-key" /> {whole.name} <span className="bars-key" data-filled /> {part.name}
          </figcaption>
        )}
        <div className="bars-field" role="img" aria-label={inWords({ days, whole, part })}>
          {[top, top / 2, 0].map(line => (
            <span key={line} className="bars-line" style={{ bottom: `${(line / top) * 100}%` }}>
              {line.toLocaleString('en-GB')}
            </span>
          ))}
          {days.map((day, place) => {
            const count = whole.counts[place] ?? 0
            const filled = part ? (part.counts[place] ?? 0) : count
            return (
              <div key={day} className="bars-day" title={titleOf({ day, place, whole, part })}>
                <div className="bars-bar" data-outlined={part && true} style={{ height: `${(count / top) * 100}%` }}>
                  <div className="bars-fill" style={{ height: count === 0 ? 0 : `${(filled / count) * 100}%` }} />
                </div>
              </div>
            )
          })}
        </div>
        <div className="bars-days" aria-hidden="true">
          <span>{dayWords(days[0] ?? '')}</span>
          <span>{dayWords(days[Math.floor(days.length / 2)] ?? '')}</span>
          <span>Today</span>
        </div>
      </figure>
      <details className="bars-table">
        <summary>The numbers of each day</summary>
        <Table aria-label={`${whole.name} of each day`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day</Table.Th>
              <Table.Th>{whole.name}</Table.Th>
              {part && <Table.Th>{part.name}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days
              .map((day, place) => (
                <Table.Tr key={day}>
                  <Table.Td>{dayWords(day)}</Table.Td>
                  <Table.Td>{whole.counts[place]?.toLocaleString('en-GB')}</Table.Td>
                  {part && <Table.Td>{part.counts[place]?.toLocaleString('en-GB')}</Table.Td>}
                </Table.Tr>
              ))
              .toReversed()}
          </Table.Tbody>
        </Table>
      </details>
    </div>
  )
}

type Told = Pick<Props, 'days' | 'whole'> & { part: Series | undefined }

function titleOf({ day, place, whole, part }: Omit<Told, 'days'> & { day: string; place: number }): string {
  const facts = [whole, ...(part ? [part] : [])].map(({ name, counts }) => `${name}: ${counts[place] ?? 0}`)
  return `${dayWords(day)}\n${facts.join('\n')}`
}

function inWords({ days, whole, part }: Told): string {
  const most = Math.max(...whole.counts)
  const day = dayWords(days[whole.counts.indexOf(most)] ?? '')
  const today = whole.counts.at(-1) ?? 0
  const filled = part ? ` ${part.name} today: ${part.counts.at(-1) ?? 0}.` : ''
  return `${whole.name} of each day. The most on ${day}: ${most}. Today: ${today}.${filled}`
}
