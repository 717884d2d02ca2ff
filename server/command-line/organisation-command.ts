import { parseArgs } from 'node:util'
import { type OrganisationChange, organisationChange } from '../../shared/contract/settings.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

export const organisationUsage = `  fieldkey organisation [--name NAME] [--contact-line LINE] [--security-word WORD …]
                        [--colour #RRGGBB|none] [--currency CODE] [--hide-app-after-days 30]`

/** Names the organisation as it stands on pages and in mails; what is not given stays. */
export async function organisationCommand(terminal: Terminal, args: string[]): Promise<void> {
  const change = readChange(args)
  const { organisation } = await withGround(terminal, async ({ changeOrganisation, readSettings }) => {
    await changeOrganisation({ change, authority: { actor: 'command-line' } })
    return readSettings()
  })
  const { name, contactLine, securityWords, colour, currency } = organisation
  terminal.say(`${name}\n${contactLine}`)
  terminal.say(`Colour ${colour ?? 'of Fieldkey'}, currency ${currency}, words: ${securityWords.join(', ') || 'none'}`)
}

function readChange(args: string[]): OrganisationChange {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      'contact-line': { type: 'string' },
      'security-word': { type: 'string', multiple: true },
      colour: { type: 'string' },
      currency: { type: 'string' },
      'hide-app-after-days': { type: 'string' },
    },
  })
  const { name, colour, currency, 'hide-app-after-days': days } = values
  const read = organisationChange.safeParse({
    name,
    contactLine: values['contact-line'],
    securityWords: values['security-word'],
    colour: colour === 'none' ? null : colour?.toLowerCase(),
    currency: currency?.toUpperCase(),
    hiddenAfterDays: days === undefined ? undefined : Number(days),
  })
  if (read.success) return read.data
  throw new CommandError(read.error.issues.map(({ message }) => message).join('\n'))
}
