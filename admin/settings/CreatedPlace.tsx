import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CompanyProviderDraft } from '../../shared/contract/company-sign-in.ts'
import { isForAdminSite } from '../../shared/contract/user-lists.ts'
import { rolesQuery, territoriesQuery } from '../api/queries.ts'

type Creates = NonNullable<CompanyProviderDraft['creates']>

/** The role and the territory of a user that a first sign-in creates. */
export function CreatedPlace({ creates, onChange }: { creates: Creates; onChange: (creates: Creates) => void }) {
  const roles = useQuery(rolesQuery).data?.roles ?? []
  const territories = useQuery(territoriesQuery).data?.territories ?? []
  return (
    <>
      {isForAdminSite(creates.userType) && (
        <NativeSelect
          label="Role of a created user"
          data={[{ value: '', label: 'None yet' }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          value={creates.roleId ?? ''}
          onChange={({ currentTarget }) => onChange({ ...creates, roleId: currentTarget.value || null })}
        />
      )}
      <NativeSelect
        label="Territory of a created user"
        data={[{ value: '', label: 'None yet' }, ...territories.map(({ id, name }) => ({ value: id, label: name }))]}
        value={creates.territoryId ?? ''}
        onChange={({ currentTarget }) => onChange({ ...creates, territoryId: currentTarget.value || null })}
      />
    </>
  )
}
