import { z } from 'zod'
import { mailRoadStates, obstacles } from './diagnosis-lists.ts'
import { failingAddress } from './mail.ts'
import { mailStates } from './mail-lists.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

const guessing = z.object({
  failures: z.number().int().describe('Wrong passwords within a day, not counting known devices of the account'),
  until: moment.describe('When the next try is allowed'),
  whom: z.enum(['everybody', 'strangers']).describe('Who has to wait; known devices of the account never do'),
  networks: z.array(z.string()).describe('Networks of the wrong passwords, most frequent first'),
})

const mailRoad = z.object({
  purpose: z.enum(['reset', 'invitation']),
  state: z.enum(mailRoadStates),
  at: moment.describe('When it was requested'),
  until: moment.nullable().describe('How long it works or waits'),
  answer: z.string().nullable().describe('The last answer of the mail server'),
})

/** Why a person can or can't sign in now. */
export const diagnosisShape = z.object({
  obstacle: z.enum(obstacles).nullable().describe('What blocks the sign-in now; null if nothing does'),
  company: z.string().nullable().describe('The provider that is the only way in for this person'),
  since: moment.nullable(),
  by: z.string().nullable().describe('Username of the administrator who caused it'),
  guessing: guessing.nullable(),
  mail: mailRoad.nullable().describe('The latest password email and what became of it'),
  failing: z.array(failingAddress).describe('Addresses of the account whose email is returned'),
})

/** A line of an account's timeline: an audit event, the end of a reset, or an email. */
export const timelineEntry = z.object({
  at: moment,
  what: z.string(),
  by: z.string().nullable().describe('The actor, if it was not the person: a username or a part of the system'),
  network: z.string().nullable(),
  device: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  mail: z
    .object({
      state: z.enum(mailStates),
      attempts: z.number().int(),
      lastAnswer: z.string().nullable(),
    })
    .nullable(),
})

/** For examples that contain a diagnosis. */
export const diagnosisExample = {
  diagnosis: { obstacle: null, company: null, since: null, by: null, guessing: null, mail: null, failing: [] },
  timeline: [
    {
      at: '2026-05-04T08:12:00.000Z',
      what: 'signed-in',
      by: null,
      network: '192.0.2.7',
      device: 'Chrome',
      details: {},
      mail: null,
    },
  ],
}

export type Diagnosis = z.infer<typeof diagnosisShape>
export type Obstacle = (typeof obstacles)[number]
export type MailRoad = z.infer<typeof mailRoad>
export type TimelineEntry = z.infer<typeof timelineEntry>
