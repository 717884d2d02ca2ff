import { z } from 'zod'
import { diagnosisExample, diagnosisShape, timelineEntry } from './diagnosis.ts'
import { filledText, text } from './text.ts'
import { typedAddress } from './typed-address.ts'
import { mailChoices, signedInChoices, sortOrders, userSorts, userStatuses, userTypes } from './user-lists.ts'

const userType = z.enum(userTypes)
const userStatus = z.enum(userStatuses)
const moment = z.iso.datetime().describe('ISO 8601, UTC')

/**
 * Filters of the user list. Every word of `search` must match the name or username, or the second address. Pages count from 1.
 */
export const userQuery = z.object({
  search: text().max(100).default(''),
  status: userStatus.optional(),
  type: userType.optional(),
  signedIn: z.enum(signedInChoices).optional(),
  role: z
    .union([z.uuid(), z.literal('none')])
    .optional()
    .describe('Users with this role, or without any'),
  mail: z.enum(mailChoices).optional().describe('Users whose email is returned'),
  sort: z.enum(userSorts).default('username'),
  order: z.enum(sortOrders).default('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const userSummary = z.object({
  id: z.uuid(),
  username: z.string(),
  fullName: z.string(),
  userType,
  hasDevice: z.boolean().describe('Uses the app on a device, or a browser that is still remembered'),
  role: z.string().nullable(),
  status: userStatus,
  lastSignInAt: moment.nullable(),
  isMailFailing: z.boolean().describe('Email to an address of this user is returned'),
})

const example = {
  id: '0192f0c1-0000-7000-8000-000000000002',
  username: 'riley.rep@harbourvale.example',
  fullName: 'Riley Rep',
  userType: 'device' as const,
  hasDevice: true,
  role: null,
  status: 'active' as const,
  lastSignInAt: '2026-05-04T08:12:00.000Z',
  isMailFailing: false,
}

export const userPage = z
  .object({
    users: z.array(userSummary),
    total: z.number().int().describe('10001 if there are more than 10000'),
    page: z.number().int(),
    size: z.number().int(),
  })
  .meta({ examples: [{ users: [example], total: 1, page: 1, size: 20 }] })

const sessionView = z.object({
  id: z.uuid(),
  app: z.string().nullable().describe('Name of the signed-in app; null for a browser'),
  device: z.string().nullable(),
  network: z.string().nullable(),
  startedAt: moment,
  lastSeenAt: moment.nullable(),
})

const waiting = z.number().int().min(0)

/** A device with the reps' app, as it last reported itself. */
const linkedDevice = z.object({
  id: z.uuid(),
  name: z.string(),
  appVersion: z.string(),
  lastSyncAt: moment.nullable().describe('Time of the last complete sync'),
  lastSeenAt: moment,
  waiting: z
    .object({ orders: waiting, quotes: waiting, notes: waiting, others: waiting })
    .describe('Captured on the device and not yet sent'),
  oldestWaitingAt: moment.nullable(),
})

export const userDetails = userSummary
  .extend({
    givenName: z.string(),
    familyName: z.string(),
    emailTo: z.string().nullable(),
    roleId: z.uuid().nullable(),
    territoryIds: z.array(z.uuid()).describe('Where the user sells'),
    mailAddress: z.string().nullable().describe('Address for password emails; null if the username is no address'),
    receivesSystemMessages: z.boolean().describe('Receives alerts; only for admin and dual users'),
    image: moment.nullable().describe('When the image was changed; null if there is none'),
    isWithinReach: z.boolean().describe("False if this user's rights exceed your own"),
    isYou: z.boolean(),
    sessions: z.array(sessionView),
    devices: z.array(linkedDevice),
    diagnosis: diagnosisShape,
    timeline: z.array(timelineEntry),
  })
  .meta({
    examples: [
      {
        ...example,
        givenName: 'Riley',
        familyName: 'Rep',
        emailTo: null,
        roleId: null,
        territoryIds: ['0192f0c1-0000-7000-8000-000000000031'],
        mailAddress: 'riley.rep@harbourvale.example',
        receivesSystemMessages: false,
        image: null,
        isWithinReach: true,
        isYou: false,
        sessions: [],
        devices: [],
        ...diagnosisExample,
      },
    ],
  })

export const csvFile = z
  .string()
  .meta({ examples: ['"Username","Full name","User type","Has device","Role","Status","Last sign-in","Mail"\r\n'] })

export const userId = z.object({ id: z.uuid() })
export const userSessionId = userId.extend({ sessionId: z.uuid() })

/** The fields of a new user. A role applies only to `admin` and `dual`, and can't grant a right that you lack. */
export const newUser = z.strictObject({
  username: typedAddress,
  userType,
  givenName: filledText('Enter the first name.', 100),
  familyName: filledText('Enter the surname.', 100),
  emailTo: typedAddress.nullable(),
  roleId: z.uuid().nullable(),
  territoryIds: z.array(z.uuid()).max(200).optional().describe('Where the user sells; unchanged if left out'),
  receivesSystemMessages: z.boolean().optional().describe('Whether alerts go to this user; unchanged if left out'),
})

/** Editable fields of a user; the username has a command of its own. */
export const userChange = newUser.omit({ username: true })

/** A PNG or JPEG. The server stores only a small image made from it. */
export const userImageDraft = z.strictObject({ image: z.base64().describe('The file, at most 1,000,000 bytes') })

export const userImageFile = z.string().meta({ examples: ['A WebP of 256 × 256 pixels'] })

export const added = z
  .object({ kind: z.string(), id: z.uuid(), text: z.string() })
  .meta({ examples: [{ kind: 'added', id: example.id, text: 'riley.rep@harbourvale.example is added.' }] })

/** The result of a command. */
export const done = z
  .object({ kind: z.string(), text: z.string().describe('For people') })
  .meta({ examples: [{ kind: 'asked', text: 'An email to riley.rep@harbourvale.example is on its way.' }] })

export type UserQuery = z.infer<typeof userQuery>
export type UserSummary = z.infer<typeof userSummary>
export type UserPage = z.infer<typeof userPage>
export type SessionView = z.infer<typeof sessionView>
export type LinkedDevice = z.infer<typeof linkedDevice>
export type UserDetails = z.infer<typeof userDetails>
export type UserStatus = (typeof userStatuses)[number]
export type UserChange = z.infer<typeof userChange>
export type NewUser = z.infer<typeof newUser>
export type Added = z.infer<typeof added>
export type Done = z.infer<typeof done>
