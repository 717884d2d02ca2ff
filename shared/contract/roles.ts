import { z } from 'zod'
import { rightsShape } from './administrator.ts'
import { filledText } from './text.ts'

const role = z.object({
  id: z.uuid(),
  name: z.string(),
  rights: rightsShape,
  holders: z.number().int().min(0).describe('Number of users with the role, deactivated ones included'),
  isWithinReach: z.boolean().describe('True if you have all its rights, and so may give or change it'),
  isYours: z.boolean(),
  isFixed: z.boolean().describe('Permanent and unchangeable, so that there is always a role with full rights'),
})

/** The roles, by name. */
export const roleList = z.object({ roles: z.array(role) }).meta({
  examples: [
    {
      roles: [
        {
          id: '00000000-0000-7000-8000-000000000001',
          name: 'Full rights',
          rights: {
            users: 'write',
            subscription: 'write',
            retailers: 'write',
            products: 'write',
            orders: 'write',
            mail: 'write',
            audit: 'write',
            settings: 'write',
          },
          holders: 2,
          isWithinReach: true,
          isYours: true,
          isFixed: true,
        },
      ],
    },
  ],
})

export const roleId = z.object({ id: z.uuid() })

/** Refused if the name is taken, or if it grants a right that its author lacks. */
export const roleDraft = z.strictObject({ name: filledText('Give the role a name.', 60), rights: rightsShape })

export type RoleList = z.infer<typeof roleList>
export type Role = z.infer<typeof role>
export type RoleDraft = z.infer<typeof roleDraft>
