import { z } from 'zod'
import { secondStepAudiences } from './second-step-lists.ts'
import { text } from './text.ts'
import { userTypes } from './user-lists.ts'

const line = (what: string, most = 200) =>
  text().trim().min(1, `Enter ${what}.`).max(most, `Enter at most ${most} characters.`)

const domain = text()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
    'Enter domains such as example.com.',
  )

/** The user that a first sign-in creates. */
const creates = z.strictObject({
  userType: z.enum(userTypes),
  roleId: z.uuid().nullable().describe('Only for users of the admin site'),
  territoryId: z.uuid().nullable(),
})

const fields = {
  id: z.uuid().describe('Chosen by the caller: the redirect URI holds it, and providers ask for that first'),
  name: line('a name that people recognise', 60),
  issuer: z.url({ protocol: /^https?$/, error: 'Enter the issuer, such as https://login.example.com.' }).max(500),
  clientId: line('the client ID'),
  domains: z.array(domain).min(1, 'Enter at least one email domain.').max(50),
  audiences: z.array(z.enum(secondStepAudiences)).min(1, 'Choose who may sign in this way.'),
  isOnlyWay: z.boolean().describe('People of these types and domains sign in only there: no password, no reset'),
  countsAsBothSteps: z.boolean().describe('The provider asks for a second step itself, so none follows here'),
  creates: creates.nullable().describe('What a first sign-in creates if no account has the address; null for nothing'),
}

export const companyProviderDraft = z.strictObject({
  ...fields,
  secret: line('the client secret', 1000).optional().describe('The client secret; omitted, the present one stays'),
})

/** Without the secret, which no answer holds. */
export const companyProvider = z.object({
  ...fields,
  redirectUri: z.string().describe('What to register at the provider'),
})

export const companyProviders = z
  .object({
    providers: z.array(companyProvider),
    redirectBase: z.string().describe('A redirect URI is this and the id'),
  })
  .meta({ examples: [{ providers: [], redirectBase: 'https://fieldkey.example.com/sign-in/company/' }] })

export const companyProviderRemoval = z.strictObject({ id: z.uuid() })

export type CompanyProviderDraft = z.infer<typeof companyProviderDraft>
export type ListedCompanyProvider = z.infer<typeof companyProvider>
export type CompanyProviders = z.infer<typeof companyProviders>
