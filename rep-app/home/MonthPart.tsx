import type { CacheRows } from '../device/rows.ts'
import { Inset } from '../ui/Inset.tsx'

type Props = { target: CacheRows['targets']; money(cents: number): string }

/** The sales of this month against the target. */
export function MonthPart({ target: { soldCents, amountCents }, money }: Props) {
  const percent = amountCents === 0 ? 100 : Math.floor((soldCents / amountCents) * 100)
  return (
    <Inset title="This month">
      <div className="inset-row month">
        <div className="fact">
          <span className="month-sold">{money(soldCents)}</span>
          <span className="fact-value">{percent} %</span>
        </div>
        <progress
          aria-label="Sold of the target"
          className="bar"
          value={soldCents}
          max={Math.max(amountCents, soldCents, 1)}
        />
        <span className="row-note">of {money(amountCents)}</span>
      </div>
    </Inset>
  )
}
