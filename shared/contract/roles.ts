import { z } from 'zod'
import { rightsShape } from './administrator.ts'

/** The roles that there are; one whose rights exceed your own cannot be given by you. */
export const roleList = z
  .object({
    roles: z.array(z.object({ id: z.uuid(), name: z.string(), rights: rightsShape, isWithinReach: z.boolean() })),
  })
  .meta({
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
              mail: 'write',
              audit: 'write',
              settings: 'write',
            },
            isWithinReach: true,
          },
        ],
      },
    ],
  })

export type RoleList = z.infer<typeof roleList>
