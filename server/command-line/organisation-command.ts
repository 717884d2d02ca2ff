import { parseArgs } from 'node:util'
import { getOrganisation, saveOrganisation } from '../accounts/organisation.store.ts'
import { withGround } from './open-ground.ts'
import type { Terminal } from './terminal.ts'

/** Names the organisation as it stands on pages and in mails; what is not given stays. */
export async function organisationCommand(terminal: Terminal, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      'contact-line': { type: 'string' },
      'security-word': { type: 'string', multiple: true },
    },
  })
  const saved = await withGround(terminal, async (_, { db }) => {
    const present = await getOrganisation(db)
    const organisation = {
      ...present,
      name: values.name ?? present.name,
      contactLine: values['contact-line'] ?? present.contactLine,
      securityWords: values['security-word'] ?? present.securityWords,
    }
    await saveOrganisation(db, organisation)
    return organisation
  })
  terminal.say(`${saved.name}\n${saved.contactLine}`)
}
