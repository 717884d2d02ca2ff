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

/** An app that users sign in to. All are public clients without a secret: they prove themselves by PKCE and DPoP. */
export const newClient = z.strictObject({
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
})

const client = newClient.extend({
  startUrl: z.string().nullable(),
  isOwn: z.boolean().describe('True for the app that this server provides'),
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
            isOwn: false,
          },
        ],
      },
    ],
  })

export const clientId = z.object({ id: text().max(64) })

export type NewClient = z.infer<typeof newClient>
export type ClientList = z.infer<typeof clientList>
export type Client = ClientList['clients'][number]
