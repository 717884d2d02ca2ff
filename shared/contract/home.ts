import { z } from 'zod'
import { userTypes } from './user-lists.ts'

/** How many days Home looks back, today among them. */
export const homeDays = 30

export const homeQuery = z.object({
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'Use the name of a time zone, such as Europe/London.')
    .default('UTC')
    // Browsers whose system has no zone say Etc/Unknown, and newer ones may know zones that this server does not.
    .catch('UTC')
    .describe('Whose midnights part the days: a name of the IANA list'),
})

function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

const count = z.number().int()

/** What happened in the last days, each part only for those who may read it: null for the others. */
export const home = z
  .object({
    days: z.array(z.iso.date()).describe('The oldest first; today is the last'),
    signIns: z.object({ total: count, perDay: z.array(count) }).nullable(),
    resets: z
      .object({
        asked: count,
        mailed: count,
        completed: count,
        notDelivered: count,
        medianSeconds: z.number().nullable().describe('From OK to the saved password, of those who asked themselves'),
        askedPerDay: z.array(count),
        completedPerDay: z.array(count).describe('Of those asked for on that day'),
      })
      .nullable(),
    locked: count.nullable().describe('Users that an administrator has locked'),
    seats: z.array(z.object({ userType: z.enum(userTypes), used: count, enabled: count })).nullable(),
    mail: z
      .object({
        failing: count.describe('Accounts whose mail comes back now'),
        failed: count.describe('Messages that were given up'),
      })
      .nullable(),
    setUp: z
      .array(
        z.object({
          sentence: z.string(),
          fix: z.string().describe('The setting that fixes it'),
          seenAt: z.iso.datetime(),
        }),
      )
      .nullable()
      .describe('What requests of the last day showed of a wrong set-up of the proxy'),
  })
  .meta({
    examples: [
      {
        days: ['2026-05-03', '2026-05-04'],
        signIns: { total: 64, perDay: [30, 34] },
        resets: {
          asked: 3,
          mailed: 3,
          completed: 2,
          notDelivered: 0,
          medianSeconds: 95,
          askedPerDay: [1, 2],
          completedPerDay: [1, 1],
        },
        locked: 1,
        seats: [{ userType: 'device', used: 42, enabled: 50 }],
        mail: { failing: 1, failed: 0 },
        setUp: [
          {
            sentence:
              '10.0.0.5 sends X-Forwarded-For but is not in TRUSTED_PROXIES, so its clients count as one network',
            fix: 'If 10.0.0.5 is your proxy, set TRUSTED_PROXIES=10.0.0.5',
            seenAt: '2026-05-04T12:00:00.000Z',
          },
        ],
      },
    ],
  })

export type HomeAnswer = z.infer<typeof home>
