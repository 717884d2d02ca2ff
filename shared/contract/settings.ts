import { z } from 'zod'
import { secondStepPolicy } from './second-step.ts'
import { listedTaxClass } from './tax-classes.ts'
import { text } from './text.ts'
import { isTimeZone } from './time-zone.ts'

/** Visible text on one line, for pages and emails. */
const line = (most: number, what: string) =>
  text(what)
    .trim()
    .min(1, what)
    .max(most, `${what} At most ${most} characters.`)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, `${what} On one line.`)

const currencies: readonly string[] = Intl.supportedValuesOf('currency')

export const organisationDraft = z.strictObject({
  name: line(100, 'Enter the name of the organisation.'),
  contactLine: line(200, 'Say where people find help.'),
  securityWords: z
    .array(line(60, 'Enter a word.'))
    .max(100, 'Enter at most 100 words.')
    .describe('Words that add no strength to a password: company, brands, products'),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'Write the colour as # and six digits, such as #1d4ed8.')
    .nullable()
    .describe('Replaces the default accent colour, adjusted for contrast'),
  currency: z
    .string()
    .refine(text => currencies.includes(text), 'Choose a currency, such as GBP.')
    .describe('ISO 4217'),
  timeZone: text()
    .max(60)
    .refine(isTimeZone, 'Choose a time zone, such as Europe/London.')
    .describe('IANA name: days of prices, visits and targets are days in this zone'),
  confirmsOrders: z
    .boolean()
    .describe(
      'Contacts get an email about each order that a rep captured for them; orders on the website are always confirmed',
    ),
  hiddenAfterDays: z
    .number()
    .int()
    .min(1, 'Choose at least one day.')
    .max(365, 'Choose a year at most.')
    .describe('Days without contact with the server after which the app hides its data'),
})

/** Omitted fields stay unchanged. */
export const organisationChange = organisationDraft.partial()

const networkText = text('Enter the address of the network.').trim().min(1, 'Enter the address of the network.').max(60)

/** An address or a range, such as 203.0.113.7 or 2001:db8:5::/48. */
export const newOfficeNetwork = z.strictObject({
  network: networkText,
  label: line(60, 'Enter the name of the office.'),
})
export const officeNetworkRemoval = z.strictObject({ network: networkText })

/** A PNG or JPEG, whatever the file's name. */
export const newLogo = z.strictObject({ image: z.base64().max(140_000).describe('The file, at most 98,304 bytes') })

const limit = z.object({
  what: z.string(),
  most: z.string(),
  per: z.string(),
  within: z.string(),
  beyond: z.string(),
})

const time = z.object({ what: z.string(), howLong: z.string() })

export const settings = z
  .object({
    organisation: organisationDraft,
    logo: z.object({ src: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
    officeNetworks: z
      .array(z.object({ network: z.string(), label: z.string() }))
      .describe('Networks with a larger share of reset requests'),
    taxClasses: z.array(listedTaxClass),
    ownNetwork: z.string().describe('Network of this request'),
    secondStep: z.array(secondStepPolicy).describe('Who is asked for a second step'),
    disclosure: z.enum(['guarded', 'never']).describe('Whether the sign-in form may reveal that a username exists'),
    limits: z.object({ counts: z.array(limit), times: z.array(time) }),
  })
  .meta({
    examples: [
      {
        organisation: {
          name: 'Harbour & Vale Wholesale',
          contactLine: 'Need help? Call the office: +44 1632 960 100.',
          securityWords: ['harbour', 'vale'],
          colour: '#1d4ed8',
          currency: 'GBP',
          timeZone: 'Europe/London',
          confirmsOrders: true,
          hiddenAfterDays: 30,
        },
        logo: { src: '/brand/0f3a.webp', width: 96, height: 96 },
        officeNetworks: [{ network: '203.0.113.7/32', label: 'Leeds' }],
        taxClasses: [{ id: 'standard', name: 'Standard', rateBasisPoints: 2000, isUsed: true }],
        ownNetwork: '203.0.113.7',
        disclosure: 'guarded',
        limits: {
          counts: [
            {
              what: 'Reset requests',
              most: '20',
              per: 'network',
              within: '10 min',
              beyond: 'refused, with the time to wait',
            },
          ],
          times: [{ what: 'A session in all', howLong: '12 h' }],
        },
      },
    ],
  })

export type OrganisationDraft = z.infer<typeof organisationDraft>
export type OrganisationChange = z.infer<typeof organisationChange>
export type Settings = z.infer<typeof settings>
