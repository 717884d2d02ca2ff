import { z } from 'zod'
import {
  dayChoices,
  decimalChoices,
  existingChoices,
  importFields,
  importKinds,
  importLimits,
  importStates,
  invitationChoices,
  mostTitleRows,
  nameChoices,
  rowVerdicts,
  scopeChoices,
  singleByteEncodings,
  territoryChoices,
} from './import-lists.ts'
import { text } from './text.ts'
import { userTypes } from './user-lists.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')
const userType = z.enum(userTypes)
const field = z.enum([...new Set(Object.values(importFields).flat())])

export const importId = z.object({ id: z.uuid() })

/** Query of an upload; the body is the file itself. */
export const importFile = z.object({
  fileName: text()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  encoding: z.enum(singleByteEncodings).optional().describe('For a file that is not Unicode; guessed if left out'),
  headerRow: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostTitleRows)
    .optional()
    .describe('Number of the header row, as a spreadsheet counts; guessed if left out'),
})

/** How to read the rows: the field of each column, and what happens to existing records. */
export const importColumns = z.strictObject({
  fields: z
    .array(field.nullable())
    .max(importLimits.columns)
    .describe("The field of each column, in the file's order; null if the column is not imported"),
  existing: z
    .enum(existingChoices)
    .describe('Existing records stay unchanged, or get names and territory from the file'),
  territories: z
    .enum(territoryChoices)
    .describe('Rows with an unknown territory are refused, or the territory is added'),
  userType: userType.describe('User type for rows without one'),
  names: z
    .enum(nameChoices)
    .default('surname-last')
    .describe('How a full name is split: the surname is its last word, its first, or all of it'),
  decimals: z
    .enum(decimalChoices)
    .default('clear')
    .describe('The sign before decimals; without a choice, 1,234 and 1.234 are refused'),
  days: z
    .enum(dayChoices)
    .default('clear')
    .describe('What comes first in a date such as 03/04/2026; without a choice, it is refused'),
})

export const importRun = z.strictObject({
  scope: z.enum(scopeChoices).describe('All rows or none; or only the accepted ones'),
  invitations: z.enum(invitationChoices).describe('Whether new users and contacts are invited immediately'),
})

const summary = z.object({
  add: z.number().int(),
  update: z.number().int(),
  leave: z.number().int(),
  refuse: z.number().int(),
  noted: z.number().int().describe('Accepted rows with a remark'),
  newTerritories: z.array(z.string()),
  licences: z.array(z.object({ userType, needed: z.number().int(), free: z.number().int() })),
  passwords: z
    .array(z.object({ kind: z.string(), count: z.number().int() }))
    .optional()
    .describe('Password hashes of new people, by kind'),
  invitations: z.object({ possible: z.number().int(), waiting: z.number().int(), asked: z.number().int() }),
})

const importSummary = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  rows: z.number().int(),
  done: z.number().int().describe('Rows processed by the check or the run so far'),
  madeAt: moment,
  by: z.string().describe('Username of the administrator who gave the last command'),
  keptUntil: moment.describe('Time at which the rows are deleted'),
})

const example = {
  id: '0192f0c1-0000-7000-8000-000000000041',
  kind: 'users' as const,
  state: 'checked' as const,
  fileName: 'sales force.csv',
  rows: 2,
  done: 2,
  madeAt: '2026-05-04T08:12:00.000Z',
  by: 'ava.admin@harbourvale.example',
  keptUntil: '2026-05-11T08:12:00.000Z',
}

export const importList = z.object({ imports: z.array(importSummary) }).meta({ examples: [{ imports: [example] }] })

export const importDetails = importSummary
  .extend({
    readAs: z.string().describe('The detected encoding, separator and header row'),
    letterSamples: z
      .array(z.string())
      .describe('Cells with letters beyond ASCII: if they look wrong, choose another encoding'),
    columns: z.array(
      z.object({
        name: z.string(),
        samples: z.array(z.string()),
        field: field.nullable(),
        isRefused: z
          .boolean()
          .describe('The name suggests passwords: the column was not stored and cannot be imported'),
      }),
    ),
    existing: z.enum(existingChoices),
    territories: z.enum(territoryChoices),
    userType,
    names: z.enum(nameChoices),
    decimals: z.enum(decimalChoices),
    days: z.enum(dayChoices),
    summary: summary.nullable(),
    failure: z.object({ title: z.string(), text: z.string() }).nullable(),
  })
  .meta({
    examples: [
      {
        ...example,
        readAs: 'UTF-8, separated by commas, columns named in row 1',
        letterSamples: ['José'],
        columns: [
          { name: 'User', samples: ['nora.new@harbourvale.example'], field: 'username', isRefused: false },
          { name: 'Password', samples: [], field: null, isRefused: true },
        ],
        existing: 'leave',
        territories: 'refuse',
        userType: 'device',
        names: 'surname-last',
        decimals: 'clear',
        days: 'clear',
        summary: {
          add: 1,
          update: 0,
          leave: 0,
          refuse: 1,
          noted: 0,
          newTerritories: [],
          licences: [{ userType: 'device', needed: 1, free: 12 }],
          invitations: { possible: 0, waiting: 0, asked: 0 },
        },
        failure: null,
      },
    ],
  })

export const importRowsQuery = z.object({
  verdict: z.enum(rowVerdicts).optional(),
  noted: z.stringbool().optional().describe('Only rows with a remark'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const importRows = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int().describe('Row number as a spreadsheet counts: the header is row 1'),
        what: z.string().describe('Username or account number, as in the file'),
        verdict: z.enum(rowVerdicts),
        texts: z.array(z.string()).describe('Reasons and remarks, as text for people'),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .meta({
    examples: [
      {
        rows: [{ row: 3, what: 'JSMITH', verdict: 'refuse', texts: ['This repeats row 2.'] }],
        total: 1,
        page: 1,
        size: 50,
      },
    ],
  })

export const importedFile = z.string().meta({ examples: ['"Row","Result","Why","Username"\r\n'] })

export type ImportColumns = z.infer<typeof importColumns>
export type ImportRun = z.infer<typeof importRun>
export type ImportSummary = z.infer<typeof summary>
export type ImportList = z.infer<typeof importList>
export type ImportDetails = z.infer<typeof importDetails>
export type ImportRowsQuery = z.infer<typeof importRowsQuery>
export type ImportRows = z.infer<typeof importRows>
