import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney, useSync } from '../app/use-app.tsx'
import { salesWords } from '../statements/planned.ts'
import { Fact, Inset } from '../ui/Inset.tsx'
import { monthWords } from '../ui/time-words.ts'
import { type MonthSold, readSales } from './read-sales.ts'

/** The retailer's sales of this month and this year, with the last twelve months as a chart and as a table. */
export function SalesPart({ retailerId }: { retailerId: string }) {
  const ask = useCallback((app: RepApp) => readSales(app, retailerId), [retailerId])
  const found = useAppRows(ask)
  const { collections } = useSync()
  const money = useMoney()
  if (!found) return null
  const isDownloaded = collections.find(({ collection }) => collection === 'sales')?.isComplete ?? false
  const said = salesWords({ unsent: found.unsent, isDownloaded })
  if (!isDownloaded) return <Inset title="Sales">{<p className="inset-row">{said}</p>}</Inset>
  return (
    <Inset title="Sales" note={said}>
      <Fact label="This month">{money(found.thisMonthCents)}</Fact>
      <Fact label="This year">{money(found.thisYearCents)}</Fact>
      <Fact label="Last year">{money(found.lastYearCents)}</Fact>
      <div className="inset-row">
        <MonthChart months={found.months} />
        <details>
          <summary className="chart-summary">Months as a table</summary>
          <table className="months">
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Orders</th>
                <th scope="col">Sold</th>
              </tr>
            </thead>
            <tbody>
              {found.months.map(({ month, orders, soldCents }) => (
                <tr key={month}>
                  <th scope="row">{monthWords(month)}</th>
                  <td>{orders}</td>
                  <td>{money(soldCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </Inset>
  )
}

const [width, height, gap] = [360, 88, 6]

/** The table below has the same numbers, so screen readers skip the drawing. */
function MonthChart({ months }: { months: readonly MonthSold[] }) {
  const most = Math.max(...months.map(({ soldCents }) => soldCents), 1)
  const step = width / months.length
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height + 16}`} aria-hidden="true" focusable="false">
      <line className="chart-line" x1="0" x2={width} y1={height} y2={height} />
      {months.map(({ month, soldCents }, place) => {
        const tall = (soldCents / most) * (height - 4)
        return (
          <g key={month} data-now={place === months.length - 1 || undefined}>
            <rect
              className="chart-bar"
              x={place * step + gap / 2}
              y={height - tall}
              width={step - gap}
              height={tall}
              rx="3"
            />
            <text className="chart-label" x={place * step + step / 2} y={height + 13}>
              {monthWords(month)[0]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
