import { Stack, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isForAdminSite } from '../../shared/contract/user-lists.ts'
import type { UserDetails } from '../../shared/contract/users.ts'
import { territoriesQuery } from '../api/queries.ts'
import { DiagnosisCard } from '../diagnosis/DiagnosisCard.tsx'
import type { Fix } from '../diagnosis/diagnosis-words.ts'
import { FailingMail } from '../diagnosis/FailingMail.tsx'
import { statusWords, typeWords } from '../ui/account-words.ts'
import { momentWords } from '../ui/moments.ts'

type Props = { user: UserDetails; onFix?: (fix: Fix) => void }

/** What blocks the sign-in, and the user's details. */
export function UserFacts({ user, onFix }: Props) {
  const { data: known } = useQuery(territoriesQuery)
  const territories = known?.territories.filter(({ id }) => user.territoryIds.includes(id)) ?? []
  const facts: [string, string][] = [
    ['User type', typeWords[user.userType]],
    ['Role', user.role ?? 'None'],
    ['Status', statusWords[user.status]],
    ['Territories', territories.map(({ name }) => name).join(', ') || 'None'],
    ['Email to', user.emailTo ?? 'Nothing else'],
    ...(isForAdminSite(user.userType)
      ? [
          ['System messages', user.receivesSystemMessages ? 'Receives them' : "Doesn't receive them"] as [
            string,
            string,
          ],
        ]
      : []),
    ['Last sign-in', user.lastSignInAt ? momentWords(user.lastSignInAt) : 'Never'],
  ]
  return (
    <Stack>
      <DiagnosisCard
        diagnosis={user.diagnosis}
        person={{ who: user.fullName || 'This user', kind: 'user', mailAddress: user.mailAddress }}
        onFix={user.isWithinReach ? onFix : undefined}
      />
      <FailingMail failing={user.diagnosis.failing} />
      <Table aria-label="Details" variant="vertical">
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={130} bg="transparent">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
