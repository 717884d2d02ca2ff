import { z } from 'zod'
import { shortText, text } from './text.ts'

const day = z.iso.date().describe('In the time zone of the organisation')
const time = text()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 09:30.')
  .describe('In the same zone')

export const repQuery = z.object({
  search: text().max(100).default(''),
  id: z.uuid().optional().describe('This rep alone'),
})

const rep = z.object({ id: z.uuid(), fullName: z.string(), username: z.string() })
const repExample = {
  id: '0192f0c1-0000-7000-8000-000000000002',
  fullName: 'Riley Rep',
  username: 'riley.rep@harbourvale.example',
}

/** Reps by name, at most 50. */
export const repList = z.object({ reps: z.array(rep) }).meta({ examples: [{ reps: [repExample] }] })

export const visitQuery = z.object({
  rep: z.uuid(),
  from: day.optional().describe('The first of seven days. Default: this Monday'),
})

export const visitWeek = z
  .object({
    rep,
    from: day,
    today: day,
    timeZone: z.string(),
    visits: z.array(
      z.object({
        id: z.uuid(),
        retailerId: z.uuid(),
        retailerName: z.string(),
        town: z.string(),
        day,
        time,
        note: z.string(),
        isShown: z
          .boolean()
          .describe('False if the retailer is closed or in no territory of the rep: the app hides it'),
      }),
    ),
  })
  .meta({
    examples: [
      {
        rep: repExample,
        from: '2026-05-04',
        today: '2026-05-05',
        timeZone: 'Europe/London',
        visits: [
          {
            id: '0192f0c1-0000-7000-8000-000000000071',
            retailerId: '0192f0c1-0000-7000-8000-000000000011',
            retailerName: 'Corner Store',
            town: 'Harbour Vale',
            day: '2026-05-05',
            time: '09:30',
            note: '',
            isShown: true,
          },
        ],
      },
    ],
  })

export const visitPlacesQuery = z.object({ rep: z.uuid(), search: text().max(100).default('') })

/** Open retailers in the territories of a rep, at most 20. */
export const visitPlaces = z
  .object({ retailers: z.array(z.object({ id: z.uuid(), name: z.string(), town: z.string() })) })
  .meta({
    examples: [
      { retailers: [{ id: '0192f0c1-0000-7000-8000-000000000011', name: 'Corner Store', town: 'Harbour Vale' }] },
    ],
  })

const note = shortText(2000)

export const newVisit = z.strictObject({
  repId: z.uuid(),
  retailerId: z.uuid('Choose a retailer.'),
  day,
  time,
  note,
})

/** What a change leaves out stays. */
export const visitChange = z.strictObject({ day: day.optional(), time: time.optional(), note: note.optional() })

export const visitId = z.object({ id: z.uuid() })

export type RepList = z.infer<typeof repList>
export type VisitWeek = z.infer<typeof visitWeek>
export type VisitPlaces = z.infer<typeof visitPlaces>
export type NewVisit = z.infer<typeof newVisit>
export type VisitChange = z.infer<typeof visitChange>
