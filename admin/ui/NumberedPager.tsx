import { NativeSelect } from '@mantine/core'
import { pageSizes } from '../../shared/contract/user-lists.ts'
import { mostCounted } from './counts.ts'
import { Pager } from './Pager.tsx'

type Pages = { page: number; size: number; total: number }
type Props = { pages: Pages; sizeLabel: string; onChange: (changed: { page: number } | { size: number }) => void }

/** The pages of a counted list, and how long a page is. */
export function NumberedPager({ pages, sizeLabel, onChange }: Props) {
  const { page, size, total } = pages
  return (
    <>
      {total > pageSizes[0] && (
        <NativeSelect
          label={sizeLabel}
          maw={160}
          data={pageSizes.map(String)}
          value={String(size)}
          onChange={event => onChange({ size: Number(event.currentTarget.value) })}
        />
      )}
      <Pager
        labels={['Previous page', 'Next page']}
        onPrevious={page > 1 ? () => onChange({ page: page - 1 }) : undefined}
        onNext={page * size < total ? () => onChange({ page: page + 1 }) : undefined}
        place={pageWords(pages)}
      />
    </>
  )
}

function pageWords({ page, size, total }: Pages): string {
  return total > mostCounted ? `Page ${page}` : `Page ${page} of ${Math.ceil(total / size)}`
}
