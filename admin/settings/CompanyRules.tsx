import { Checkbox, NativeSelect } from '@mantine/core'
import type { CompanyProviderDraft } from '../../shared/contract/company-sign-in.ts'
import type { UserType } from '../../shared/contract/user-lists.ts'
import { CreatedPlace } from './CreatedPlace.tsx'

type Props = { draft: CompanyProviderDraft; onChange: (part: Partial<CompanyProviderDraft>) => void }

/** What a company sign-in means here: for passwords, for the second step, and for people who have no account. */
export function CompanyRules({ draft, onChange: change }: Props) {
  return (
    <>
      <Checkbox
        label="Only this way"
        description="No password, passkey or reset works for these people. Keep one administrator outside these domains."
        checked={draft.isOnlyWay}
        onChange={({ currentTarget }) => change({ isOnlyWay: currentTarget.checked })}
      />
      <Checkbox
        label="The provider asks for a second step"
        description="Then none follows here. Leave it off if you are not sure."
        checked={draft.countsAsBothSteps}
        onChange={({ currentTarget }) => change({ countsAsBothSteps: currentTarget.checked })}
      />
      <NativeSelect
        label="A first sign-in creates"
        data={[
          { value: '', label: 'No user: an administrator adds people' },
          ...(['device', 'scan', 'dual', 'admin'] as const).map(value => ({ value, label: createdWords[value] })),
        ]}
        value={draft.creates?.userType ?? ''}
        onChange={({ currentTarget }) => change({ creates: toCreates(draft, currentTarget.value) })}
      />
      {draft.creates && <CreatedPlace creates={draft.creates} onChange={creates => change({ creates })} />}
    </>
  )
}

const createdWords: Record<UserType, string> = {
  admin: 'An administrator, with a licence',
  dual: 'An administrator who also uses the app, with a licence',
  device: 'A rep, with a licence',
  scan: 'A scan user, with a licence',
}

function toCreates({ creates }: CompanyProviderDraft, value: string): CompanyProviderDraft['creates'] {
  if (value === '') return null
  return { roleId: null, territoryId: null, ...creates, userType: value as UserType }
}
