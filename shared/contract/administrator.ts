import { z } from 'zod'
import { accessLevels } from './rights.ts'

const access = z.enum(accessLevels)

export const rightsShape = z.object({
  users: access,
  subscription: access,
  retailers: access,
  products: access,
  orders: access,
  mail: access,
  audit: access,
  settings: access,
})

/** The signed-in administrator and their rights. */
export const administratorShape = z
  .object({
    accountId: z.uuid(),
    username: z.string(),
    fullName: z.string(),
    rights: rightsShape,
    asksCode: z.boolean().describe('A confirmation needs a code besides the password'),
    organisation: z.string(),
    isDemo: z.boolean(),
    isDrill: z.boolean().describe('A restored copy is being tested: no email is sent'),
    logo: z.object({ src: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
  })
  .meta({
    examples: [
      {
        accountId: '0192f0c1-0000-7000-8000-000000000001',
        username: 'ava.admin@harbourvale.example',
        fullName: 'Ava Admin',
        asksCode: false,
        rights: {
          users: 'write',
          subscription: 'write',
          retailers: 'write',
          products: 'write',
          orders: 'write',
          mail: 'read',
          audit: 'read',
          settings: 'none',
        },
        organisation: 'Harbour & Vale Wholesale',
        isDemo: true,
        isDrill: false,
        logo: null,
      },
    ],
  })

export type AdministratorAnswer = z.infer<typeof administratorShape>
