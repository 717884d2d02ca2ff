import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Diagnosis } from '../../shared/contract/diagnosis.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { administratorQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { momentWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'

/** The account's addresses that bounce, each with a button that declares it working. */
export function FailingMail({ failing }: Pick<Diagnosis, 'failing'>) {
  const { data: administrator } = useQuery(administratorQuery)
  const queries = useQueryClient()
  const clearing = useCommand({
    mutationFn: (address: string) => ask<Done>('/mail/failing/clear', { order: { address } }),
    onSettled: () =>
      Promise.all(['user', 'users', 'contact', 'mail'].map(name => queries.invalidateQueries({ queryKey: [name] }))),
  })
  const mayWrite = administrator && allows(administrator.rights, { module: 'mail', access: 'write' })
  return (
    <>
      {clearing.error && <Problem fault={clearing.error} />}
      {failing.map(({ address, since, why }) => (
        <Alert key={address} role="note" variant="outline" color="var(--mantine-color-text)" title="Mail failing">
          <Stack gap="sm" align="start">
            <Text inherit className="breaks">
              Mail to {address} comes back since {momentWords(since)}: {why}
            </Text>
            {mayWrite && (
              <Button variant="default" loading={clearing.isPending} onClick={() => clearing.mutate(address)}>
                Email works again
              </Button>
            )}
          </Stack>
        </Alert>
      ))}
    </>
  )
}
