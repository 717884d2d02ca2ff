import { Alert, Button, Checkbox, Code, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type CompanyProviderDraft, companyProviderDraft } from '../../shared/contract/company-sign-in.ts'
import { audienceWords } from './audience-words.ts'
import { CompanyRules } from './CompanyRules.tsx'
import { readDomains } from './company-draft.ts'

type Props = {
  draft: CompanyProviderDraft
  redirectUri: string
  isNew: boolean
  isSaving: boolean
  onSave: (draft: CompanyProviderDraft) => void
  onCancel: () => void
}

/** One provider. What to type where at Entra ID, Google and Okta is in docs/operate/company-sign-in.md. */
export function CompanyProviderForm({ draft: before, redirectUri, isNew, isSaving, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(before)
  const [domains, setDomains] = useState(before.domains.join(', '))
  const [problem, setProblem] = useState('')
  const change = (part: Partial<CompanyProviderDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = companyProviderDraft.safeParse({ ...draft, domains: readDomains(domains) })
    setProblem(read.error?.issues[0]?.message ?? '')
    if (read.success) onSave(read.data)
  }
  return (
    <form onSubmit={submit} aria-label="Provider" noValidate>
      <Stack>
        <div>
          Register this redirect URI at the provider: <Code className="breaks">{redirectUri}</Code>
        </div>
        <ClientFields draft={draft} isNew={isNew} onChange={change} />
        <TextInput
          label="Email domains"
          description="People whose username has one of them see the button."
          placeholder="example.com, example.org"
          value={domains}
          onChange={({ currentTarget }) => setDomains(currentTarget.value)}
        />
        <Checkbox.Group
          label="Who may sign in this way"
          value={draft.audiences}
          onChange={audiences => change({ audiences: audiences as CompanyProviderDraft['audiences'] })}
        >
          <Group mt="xs">
            {Object.entries(audienceWords).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <CompanyRules draft={draft} onChange={change} />
        {problem !== '' && (
          <Alert color="red" variant="outline" role="alert">
            {problem}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={isSaving}>
            Keep provider
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type PartProps = {
  draft: CompanyProviderDraft
  isNew: boolean
  onChange: (part: Partial<CompanyProviderDraft>) => void
}

/** What the provider shows for this client. */
function ClientFields({ draft, isNew, onChange: change }: PartProps) {
  const text = (name: 'name' | 'issuer' | 'clientId') => ({
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => change({ [name]: currentTarget.value }),
  })
  return (
    <>
      <TextInput label="Name of the provider" description="People read it on the sign-in form." {...text('name')} />
      <TextInput label="Issuer" placeholder="https://login.example.com" disabled={!isNew} {...text('issuer')} />
      <TextInput label="Client ID" {...text('clientId')} />
      <PasswordInput
        label="Client secret"
        description={isNew ? undefined : 'Leave it empty to keep the present one.'}
        autoComplete="off"
        value={draft.secret ?? ''}
        onChange={({ currentTarget }) => change({ secret: currentTarget.value || undefined })}
      />
    </>
  )
}
