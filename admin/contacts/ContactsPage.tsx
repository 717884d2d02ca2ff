import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { contactFilter } from '../../shared/contract/contacts.ts'
import { allows } from '../../shared/contract/rights.ts'
import { contactsQuery } from '../api/contact-queries.ts'
import type { ContactSearch } from '../api/contact-search.ts'
import { administratorQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { Found } from '../ui/Found.tsx'
import { Pager } from '../ui/Pager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { ContactCommandDialogs } from './ContactCommandDialogs.tsx'
import { ContactFilters } from './ContactFilters.tsx'
import { ContactTable } from './ContactTable.tsx'
import { PrepareInvitations } from './PrepareInvitations.tsx'
import { useContactCommand } from './use-contact-command.ts'
import { type Selection, useSelection } from './use-selection.ts'

const route = getRouteApi('/contacts')

/** The contacts of all retailers. The server searches, filters and sorts them. */
export function ContactsPage() {
  const { search, change } = useListSearch<ContactSearch>(route)
  const navigate = route.useNavigate()
  const asked = useQuery(contactsQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const command = useContactCommand()
  const selection = useSelection()
  const mayWrite = administrator !== undefined && allows(administrator.rights, { module: 'retailers', access: 'write' })
  const { after, sort: _, order: __, size: ___, ...filter } = search
  const isFiltered = Object.keys(filter).length > 0

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Contacts</Title>
        <Anchor underline="always" renderRoot={props => <Link {...props} to="/contacts/invitations" />}>
          Invitations sent
        </Anchor>
      </Group>
      <Group align="end" gap="sm">
        <SearchBox
          inAddress={search.search}
          placeholder="Name, email, phone, retailer, number or town"
          onSearch={text => change({ search: text })}
        />
        <ContactFilters search={search} onChange={change} />
      </Group>
      <ContactCommandDialogs order={command} />
      <Found asked={asked}>
        {page => (
          <>
            <Group justify="space-between">
              <Text role="status" c="dimmed">
                {isFiltered || page.total > 0 ? foundWords(page.total, 'contact', 'contacts') : noneYet}
              </Text>
              {isFiltered && (
                <Button variant="default" onClick={() => void navigate({ search: {} })}>
                  Remove the filters
                </Button>
              )}
            </Group>
            {mayWrite && page.total > 0 && <InviteLine selection={selection} total={page.total} filter={filter} />}
            {page.contacts.length > 0 && (
              <ContactTable
                contacts={page.contacts}
                search={search}
                actions={mayWrite ? { selection, onCommand: command.begin } : undefined}
                onSort={change}
              />
            )}
            <Pager
              labels={['First page', 'Next page']}
              onPrevious={after ? () => change({ after: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ after: page.contacts.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}

const noneYet = 'No contacts yet. Open a retailer to add one, or import a CSV file.'

/** Invites the selection, or everyone who was found. */
function InviteLine({ selection, total, filter }: { selection: Selection; total: number; filter: ContactSearch }) {
  const chosen = selection.ids.length
  if (chosen === 0) {
    const contacts = { filter: contactFilter.parse(filter) }
    const label = total > 10_000 ? 'Invite all found' : `Invite all ${total.toLocaleString('en-GB')} found`
    return (
      <Group>
        <PrepareInvitations contacts={contacts} label={label} />
      </Group>
    )
  }
  return (
    <Group>
      <PrepareInvitations contacts={{ ids: selection.ids }} label={`Invite ${chosen} selected`} />
      <Button variant="subtle" onClick={selection.clear}>
        Clear selection
      </Button>
    </Group>
  )
}
