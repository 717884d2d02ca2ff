import { Text, TextInput, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { useListSearch } from '../app/use-list-search.ts'
import { useEmptyWords } from '../app/use-statements.ts'
import type { CacheRows } from '../device/rows.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { Icon } from '../ui/Icon.tsx'

const MOST = 50

/** The customers of the rep. */
export function RetailersScreen() {
  const [search, setSearch] = useListSearch('/retailers')
  const ask = useCallback((app: RepApp) => findRetailers(app, search), [search])
  const found = useAppRows(ask)
  const emptySaid = useEmptyWords('retailers')
  return (
    <>
      <Title order={1}>Retailers</Title>
      <Brought>
        <TextInput
          type="search"
          label="Search by name, account number or town"
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        {found?.length === 0 && <Text role="status">{emptySaid('Nothing found. Try a shorter search.')}</Text>}
        {found && found.length > 0 && (
          <ul className="inset list-of-links">
            {found.map(({ id, name, accountNumber, address }) => (
              <li key={id}>
                <Link
                  to="/retailers/$retailerId"
                  params={{ retailerId: id }}
                  search={{}}
                  state={{ cameFrom: '/retailers' }}
                  className="inset-row fact-link"
                >
                  <span>
                    <span className="row-title">{name}</span>
                    <span className="row-note">{[accountNumber, address.town].filter(Boolean).join(' · ')}</span>
                  </span>
                  <Icon name="chevron" />
                </Link>
              </li>
            ))}
          </ul>
        )}
        {found?.length === MOST && <p className="group-note">The first {MOST}. Type more to narrow the search.</p>}
      </Brought>
    </>
  )
}

function findRetailers({ cache }: RepApp, search: string): Promise<CacheRows['retailers'][]> {
  const wanted = search.trim().toLowerCase()
  const isWanted = ({ name, accountNumber, address }: CacheRows['retailers']) =>
    `${name} ${accountNumber} ${address.town}`.toLowerCase().includes(wanted)
  return cache.retailers.orderBy('name').filter(isWanted).limit(MOST).toArray()
}
