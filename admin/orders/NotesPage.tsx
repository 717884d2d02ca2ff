import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { notesQuery } from '../api/order-queries.ts'
import type { NoteSearch } from '../api/order-search.ts'
import { Found } from '../ui/Found.tsx'
import { zoneWords } from '../ui/moments.ts'
import { Pager } from '../ui/Pager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { ChoicePicker } from './ChoicePicker.tsx'
import { NoteList } from './NoteList.tsx'

const route = getRouteApi('/notes')

/** What reps wrote about retailers, the newest first. */
export function NotesPage() {
  const { search, change } = useListSearch<NoteSearch>(route)
  const { before, ...filter } = search
  const navigate = route.useNavigate()
  const asked = useQuery(notesQuery(search))
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Stack>
      <Title order={1}>Notes</Title>
      <Group align="end" gap="sm">
        <SearchBox
          inAddress={search.search}
          placeholder="Words of the note"
          onSearch={text => change({ search: text })}
        />
        <ChoicePicker
          of="retailer"
          label="Retailer"
          chosenId={search.retailer}
          onPick={id => change({ retailer: id })}
        />
        <ChoicePicker of="rep" label="Rep" chosenId={search.rep} onPick={id => change({ rep: id })} />
      </Group>
      <Found asked={asked}>
        {page => (
          <>
            {page.rows.length === 0 && (
              <Group>
                <Text role="status">
                  {isFiltered ? 'No matching notes.' : 'No notes yet. Reps write them in the app.'}
                </Text>
                {isFiltered && (
                  <Button variant="default" onClick={() => void navigate({ search: {} })}>
                    Remove the filters
                  </Button>
                )}
              </Group>
            )}
            {page.rows.length > 0 && (
              <>
                <Text c="dimmed">Times are in {zoneWords()}.</Text>
                <NoteList rows={page.rows} namesRetailer />
              </>
            )}
            <Pager
              labels={['Newest', 'Older']}
              onPrevious={before ? () => change({ before: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ before: page.rows.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}
