import { z } from 'zod'
import { userTypes } from './user-lists.ts'

/** Number of days on Home, today included. */
export const homeDays = 30

const count = z.number().int()

/** Figures of the last days. Parts that the administrator may not read are null. */
export const home = z
  .object({
    days: z.array(z.iso.date()).describe('Oldest first; today is the last'),
    timeZone: z.string().describe("The organisation's time zone, whose midnights separate the days"),
    signIns: z.object({ total: count, perDay: z.array(count) }).nullable(),
    resets: z
      .object({
        asked: count,
        mailed: count,
        completed: count,
        notDelivered: count,
        medianSeconds: z
          .number()
          .nullable()
          .describe('From OK to the saved password, for resets that people requested themselves'),
        askedPerDay: z.array(count),
        completedPerDay: z.array(count).describe('Of the resets requested on that day'),
      })
      .nullable(),
    locked: count.nullable().describe('Users locked by an administrator'),
    seats: z.array(z.object({ userType: z.enum(userTypes), used: count, enabled: count })).nullable(),
    mail: z
      .object({
        failing: count.describe('Accounts whose email currently bounces'),
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
      .describe('Signs of a misconfigured proxy in requests of the last day'),
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
