import { Anchor, Button, Checkbox, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ContactPage } from '../../shared/contract/contacts.ts'
import type { ContactSearch } from '../api/contact-search.ts'
import { momentWords } from '../ui/moments.ts'
import { SortableHeading } from '../ui/SortableHeading.tsx'
import { State } from '../ui/State.tsx'
import type { ContactCommand } from './contact-commands.ts'
import { contactStatusTones, contactStatusWords, invitedWords } from './contact-words.ts'
import type { Selection } from './use-selection.ts'

type Contact = ContactPage['contacts'][number]

type Props = {
  contacts: Contact[]
  search: ContactSearch
  /** Undefined without the right to write. */
  actions: { selection: Selection; onCommand: (contact: Contact, name: ContactCommand) => void } | undefined
  onSort: (sorted: ContactSearch) => void
}

/** A phone shows the contact, the state and the action. Wider screens show more columns. */
export function ContactTable({ contacts, search, actions, onSort }: Props) {
  const sorting = { sort: search.sort ?? 'name', order: search.order ?? 'ascending' }
  const heading = { sorting, onSort } as const
  const ids = contacts.map(({ id }) => id)
  return (
    <Table
      stickyHeader
      stickyHeaderOffset={56}
      highlightOnHover
      verticalSpacing="sm"
      className="halves"
      aria-label="Contacts"
    >
      <Table.Thead>
        <Table.Tr>
          {actions && (
            <Table.Th w={44}>
              <Checkbox
                aria-label="Select all contacts on this page"
                checked={actions.selection.areAll(ids)}
                indeterminate={actions.selection.areSome(ids)}
                onChange={event => actions.selection.set(ids, event.currentTarget.checked)}
              />
            </Table.Th>
          )}
          <SortableHeading {...heading} by="name" label="Contact" />
          <SortableHeading {...heading} visibleFrom="sm" by="retailer" label="Retailer" />
          <Table.Th visibleFrom="md">Invited</Table.Th>
          <Table.Th visibleFrom="md">Last sign-in</Table.Th>
          <Table.Th>Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {contacts.map(contact => (
          <ContactRow key={contact.id} contact={contact} actions={actions} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ContactRow({ contact, actions }: { contact: Contact } & Pick<Props, 'actions'>) {
  const { id, fullName, username, role, email, retailerId, retailerName, accountNumber, town } = contact
  const name = fullName || username
  return (
    <Table.Tr>
      {actions && (
        <Table.Td>
          <Checkbox
            aria-label={`Select ${name}, ${username}`}
            checked={actions.selection.has(id)}
            onChange={event => actions.selection.set([id], event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Td>
        <Anchor
          underline="always"
          renderRoot={props => (
            <Link {...props} to="/retailers/$retailerId/contacts/$contactId" params={{ retailerId, contactId: id }} />
          )}
        >
          {name}
        </Anchor>
        {role !== '' && <Text size="sm">{role}</Text>}
        <Text c="dimmed" size="sm">
          {email}
        </Text>
        <Text hiddenFrom="sm" c="dimmed" size="sm">
          {retailerName}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Anchor
          underline="always"
          renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId }} />}
        >
          {retailerName}
        </Anchor>
        <Text c="dimmed" size="sm">
          {[accountNumber, town].filter(Boolean).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">{invitedWords(contact)}</Table.Td>
      <Table.Td visibleFrom="md">{contact.lastSignInAt ? momentWords(contact.lastSignInAt) : 'Never'}</Table.Td>
      <Table.Td>
        <State tone={contactStatusTones[contact.status]} word={contactStatusWords[contact.status]} />
        {contact.isMailFailing && (
          <div>
            <State tone="danger" word="Email failing" />
          </div>
        )}
        {actions && <RowAction contact={contact} onCommand={actions.onCommand} />}
      </Table.Td>
    </Table.Tr>
  )
}

/** The one email that helps in this state. A contact who may not sign in gets none. */
function RowAction({ contact, onCommand }: { contact: Contact } & Pick<NonNullable<Props['actions']>, 'onCommand'>) {
  const { status, fullName, username } = contact
  if (status === 'inactive' || status === 'locked' || status === 'retailer-closed' || status === 'no-access')
    return null
  const isNew = status === 'no-password'
  const label = isNew ? 'Send website invite' : 'Send password reset'
  return (
    <Button
      variant="default"
      size="compact-sm"
      mt={6}
      display="block"
      className="row-action"
      aria-label={`${label}: ${fullName}, ${username}`}
      onClick={() => onCommand(contact, isNew ? 'invitation' : 'password-reset')}
    >
      {label}
    </Button>
  )
}
