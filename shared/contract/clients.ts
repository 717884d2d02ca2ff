import { z } from 'zod'
import { filledText, text } from './text.ts'
import { userTypes } from './user-lists.ts'

const admittable = [...userTypes, 'contact'] as const

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const host = `(?:${label}(?:\\.${label})*|\\[[0-9a-f:.]+\\])`
const own = '(?:localhost|127\\.0\\.0\\.1|\\[::1\\])'
const path = "(?:[/?][a-z0-9\\-._~!$&'()*+,;=:@%/?]*)?"

/**
 * Codes must not cross a network unencrypted, and a fragment never reaches a server. Only plain hosts are accepted: a
 * name before an @ deceives the reader, and a ; would add a directive to our pages' policy.
 */
const safeAddress = new RegExp(`^(?:https://${host}|http://${own})(?::\\d{1,5})?${path}$`, 'i')
const address = (what: string) =>
  text()
    .max(300)
    .regex(
      safeAddress,
      `${what} must be https (or this machine), without a user name, # or spaces, such as https://app.example.com/back.`,
    )

/** How an app proves itself: a public one by PKCE and DPoP, the others by a secret or by a key of their own. */
const clientKinds = ['public', 'secret', 'key'] as const

const jwk = z
  .looseObject({ kty: z.enum(['EC', 'RSA', 'OKP'], 'Each key must be of the type EC, RSA or OKP.') })
  .refine(
    key => !('d' in key || 'k' in key),
    'Paste the public keys alone: leave out d, k and the other private parts.',
  )

const clientFields = z.strictObject({
  id: z
    .string('Enter a client id, such as warehouse-scan.')
    .regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'A client id has lower-case letters, digits and -, such as warehouse-scan.'),
  name: filledText('Enter the name that people see.', 100),
  redirectUris: z
    .array(address('A redirect address'))
    .min(1, 'Enter at least one redirect address.')
    .max(10)
    .describe('Must match exactly'),
  admits: z
    .array(z.enum(admittable, `An app can admit ${admittable.join(', ')}.`))
    .min(1, 'Choose at least one user type that the app admits, such as device.'),
  startUrl: address('The start address').nullable().describe('Where the user starts; the account page links to it'),
  kind: z.enum(clientKinds, 'Choose public, secret or key.').default('public'),
  jwks: z
    .looseObject({ keys: z.array(jwk, 'Paste a key set: {"keys": [ … ]}.').min(1).max(10) }, 'Paste a key set as JSON.')
    .nullable()
    .default(null)
    .describe('The public keys of an app of the kind key'),
  logoutUri: address('The logout address').nullable().default(null).describe('Where logout tokens are sent'),
  jwksUri: address('The address of the keys').nullable().default(null).describe('Instead of jwks: where they are'),
})

/** An app that users sign in to. */
export const newClient = clientFields.superRefine(({ kind, jwks, jwksUri }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  const keys = [jwks, jwksUri].filter(given => given !== null).length
  if (kind === 'key' && keys !== 1) refuse(['jwksUri'], 'Paste the keys of the app, or enter their address.')
  if (kind !== 'key' && keys > 0) refuse(['kind'], 'Only an app of the kind key has keys.')
})

const client = clientFields.extend({
  startUrl: z.string().nullable(),
  jwks: z.looseObject({}).nullable(),
  isOwn: z.boolean().describe('True for the app that this server provides'),
  secretSince: z.iso.datetime().nullable(),
  oldSecretEndsAt: z.iso.datetime().nullable().describe('Until then the previous secret works too'),
})

export const clientList = z
  .object({
    issuer: z.string(),
    addresses: z.array(z.object({ name: z.string(), address: z.string() })),
    clients: z.array(client),
  })
  .meta({
    examples: [
      {
        issuer: 'https://fieldkey.example.com/oidc',
        addresses: [
          { name: 'Discovery', address: 'https://fieldkey.example.com/oidc/.well-known/openid-configuration' },
        ],
        clients: [
          {
            id: 'warehouse-scan',
            name: 'Warehouse scan',
            redirectUris: ['https://scan.example.com/back'],
            admits: ['scan'],
            startUrl: 'https://scan.example.com/',
            kind: 'secret',
            jwks: null,
            jwksUri: null,
            logoutUri: 'https://scan.example.com/signed-out',
            isOwn: false,
            secretSince: '2026-05-04T09:30:00.000Z',
            oldSecretEndsAt: null,
          },
        ],
      },
    ],
  })

export const clientId = z.object({ id: text().max(64) })

/** The secret is in this answer alone. */
export const clientAdded = z.object({ kind: z.string(), text: z.string(), secret: z.string().nullable() }).meta({
  examples: [{ kind: 'added', text: 'Warehouse scan is connected.', secret: 'T2cX…' }],
})

export type NewClient = z.input<typeof newClient>
export type ClientAdded = z.infer<typeof clientAdded>
export type ClientList = z.infer<typeof clientList>
export type Client = ClientList['clients'][number]
