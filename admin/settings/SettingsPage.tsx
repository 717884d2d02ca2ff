import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, settingsQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { CompanySignInPart } from './CompanySignInPart.tsx'
import { LimitsPart } from './LimitsPart.tsx'
import { LogoPart } from './LogoPart.tsx'
import { OfficeNetworks } from './OfficeNetworks.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { SecondStepPart } from './SecondStepPart.tsx'
import { TaxRates } from './TaxRates.tsx'

/** The words, colour and logo of every page and email, and the limits of the server. */
export function SettingsPage() {
  const { data, error } = useAnswer(settingsQuery)
  const { data: administrator } = useQuery(administratorQuery)
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Settings</Title>
        <Text c="dimmed">Changes take effect immediately, on every page and in every email.</Text>
      </div>
      <OrganisationForm organisation={data.organisation} mayWrite={mayWrite} />
      <LogoPart logo={data.logo} mayWrite={mayWrite} />
      <SecondStepPart policies={data.secondStep} mayWrite={mayWrite} />
      <CompanySignInPart mayWrite={mayWrite} />
      <TaxRates classes={data.taxClasses} mayWrite={mayWrite} />
      <OfficeNetworks networks={data.officeNetworks} ownNetwork={data.ownNetwork} mayWrite={mayWrite} />
      <LimitsPart settings={data} />
    </Stack>
  )
}
