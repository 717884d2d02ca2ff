import { type OrganisationChange, organisationChange } from '../../../shared/contract/settings.ts'
import { withGround } from './open-ground.ts'
import { sayJson, type Terminal, UsageError } from './terminal.ts'

type Values = {
  name: string | undefined
  'contact-line': string | undefined
  'security-word': string[]
  colour: string | undefined
  currency: string | undefined
  'hide-app-after-days': string | undefined
  json: boolean
}

/** Changes the given settings and shows the organisation. */
export async function organisation(terminal: Terminal, { values }: { values: Values }): Promise<void> {
  const change = readChange(values)
  const settings = await withGround(terminal, async ({ changeOrganisation, readSettings }) => {
    if (Object.values(change).some(value => value !== undefined))
      await changeOrganisation({ change, authority: { actor: 'command-line' } })
    return readSettings()
  })
  if (values.json) return sayJson(terminal, settings.organisation)
  const { name, contactLine, securityWords, colour, currency } = settings.organisation
  terminal.say(`${name}\n${contactLine}`)
  terminal.say(`Colour ${colour ?? 'of Fieldkey'}, currency ${currency}, words: ${securityWords.join(', ') || 'none'}`)
}

function readChange(values: Values): OrganisationChange {
  const { name, colour, currency, 'security-word': words, 'hide-app-after-days': days } = values
  const read = organisationChange.safeParse({
    name,
    contactLine: values['contact-line'],
    securityWords: words.length === 0 ? undefined : words,
    colour: colour === 'none' ? null : colour?.toLowerCase(),
    currency: currency?.toUpperCase(),
    hiddenAfterDays: days === undefined ? undefined : Number(days),
  })
  if (read.success) return read.data
  throw new UsageError(read.error.issues.map(({ message }) => message).join(' '))
}
