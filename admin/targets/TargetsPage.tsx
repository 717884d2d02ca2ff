import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { targetsQuery } from '../api/planning-queries.ts'
import type { TargetSearch } from '../api/planning-search.ts'
import { administratorQuery } from '../api/queries.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Found } from '../ui/Found.tsx'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { monthWords, TargetTable } from './TargetTable.tsx'
import { type TargetDraft, useTargetDraft } from './use-target-draft.ts'

const route = getRouteApi('/targets')

/** What each rep should sell in each month: a year side by side, or one month on a narrow screen. */
export function TargetsPage() {
  const { search, change } = useListSearch<TargetSearch>(route)
  const isWide = useMediaQuery('(min-width: 75em)', true)
  const asked = useQuery(targetsQuery(search))
  const [thisYear = 2000, thisMonth = 1] = (asked.data?.today ?? '2000-01-01').split('-').map(Number)
  const year = search.year ?? thisYear
  const allMonths = Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`)
  const chosen = search.month ?? thisMonth
  const months = isWide ? allMonths : allMonths.slice(chosen - 1, chosen)
  const { data: administrator } = useQuery(administratorQuery)
  const draft = useTargetDraft(asked.data, months)
  const mayWrite = administrator !== undefined && allows(administrator.rights, { module: 'retailers', access: 'write' })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Targets</Title>
        <ExportLink kind="targets" />
      </Group>
      <Group align="end" gap="sm">
        <SearchBox inAddress={search.search} placeholder="Name of a rep" onSearch={text => change({ search: text })} />
        <NativeSelect
          label="Year"
          className="filter"
          data={[-2, -1, 0, 1, 2].map(more => String(thisYear + more))}
          value={String(year)}
          onChange={event => change({ year: Number(event.currentTarget.value) })}
        />
        {!isWide && (
          <NativeSelect
            label="Month"
            className="filter"
            data={allMonths.map((month, place) => ({ value: String(place + 1), label: monthWords(month) }))}
            value={String(chosen)}
            onChange={event => change({ month: Number(event.currentTarget.value) })}
          />
        )}
      </Group>
      <Found asked={asked}>
        {page => (
          <>
            {page.reps.length === 0 && (
              <Text role="status">
                {search.search
                  ? 'No reps found. Try a shorter search.'
                  : 'No reps yet. Add users of the type device or dual.'}
              </Text>
            )}
            {page.reps.length > 0 && (
              <>
                <Text size="sm" c="dimmed">
                  Amounts in {page.currency}. You can paste cells of a spreadsheet into the first field that they belong
                  to.
                </Text>
                <TargetTable page={page} months={months} draft={draft} mayWrite={mayWrite} />
                {mayWrite && <SaveLine draft={draft} />}
              </>
            )}
            <Pager
              labels={['First page', 'Next page']}
              onPrevious={search.after ? () => change({ after: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ after: page.reps.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
      <LeaveDialog unsaved={draft.unsaved} />
    </Stack>
  )
}

function SaveLine({ draft }: { draft: TargetDraft }) {
  const { count, isFaulty, saving, discard } = draft
  return (
    <Group className="save-line">
      <Button disabled={count === 0 || isFaulty} loading={saving.isPending} onClick={() => saving.mutate()}>
        Save {count === 1 ? '1 target' : `${count} targets`}
      </Button>
      <Button variant="default" disabled={count === 0} onClick={discard}>
        Discard
      </Button>
      <Text role="status">
        {isFaulty ? 'Correct the marked amounts first.' : count === 0 ? (saving.data?.text ?? '') : ''}
      </Text>
      {saving.error && <Problem fault={saving.error} />}
    </Group>
  )
}
