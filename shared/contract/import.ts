import { z } from 'zod'
import {
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

/** The file itself is the body. */
export const importFile = z.object({
  fileName: text()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  encoding: z.enum(singleByteEncodings).optional().describe('Of a file that is not Unicode; left out, it is guessed'),
  headerRow: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostTitleRows)
    .optional()
    .describe('The row that names the columns, as a spreadsheet counts; left out, it is guessed'),
})

/** How rows are understood: what each column stands for, and what happens to what is there already. */
export const importColumns = z.strictObject({
  fields: z
    .array(field.nullable())
    .max(importLimits.columns)
    .describe('For each column of the file, in its order, what it stands for; null: not imported'),
  existing: z
    .enum(existingChoices)
    .describe('What is there already is left as it is, or gets names and territory from the file'),
  territories: z.enum(territoryChoices).describe('A territory that does not exist: the row is refused, or it is made'),
  userType: userType.describe('Of users whose row names none'),
  names: z
    .enum(nameChoices)
    .default('surname-last')
    .describe('How a full name is split: the surname is its last word, its first, or all of it'),
})

export const importRun = z.strictObject({
  scope: z.enum(scopeChoices).describe('All rows or none; or the good ones, without those that are refused'),
  invitations: z.enum(invitationChoices).describe('Whether those who are added are invited now'),
})

const summary = z.object({
  add: z.number().int(),
  update: z.number().int(),
  leave: z.number().int(),
  refuse: z.number().int(),
  noted: z.number().int().describe('Rows that are good, and about which there is something to know'),
  newTerritories: z.array(z.string()),
  licences: z.array(z.object({ userType, needed: z.number().int(), free: z.number().int() })),
  invitations: z.object({ possible: z.number().int(), waiting: z.number().int(), asked: z.number().int() }),
})

const importSummary = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  rows: z.number().int(),
  done: z.number().int().describe('How many rows the check or the run has come to'),
  madeAt: moment,
  by: z.string().describe('Username of whoever gave the last order'),
  keptUntil: moment.describe('Then its rows are deleted'),
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
    readAs: z.string().describe('Characters, separator and header row that were found'),
    letterSamples: z
      .array(z.string())
      .describe('Cells with letters beyond ASCII: where they look wrong, another encoding is right'),
    columns: z.array(
      z.object({
        name: z.string(),
        samples: z.array(z.string()),
        field: field.nullable(),
        isRefused: z.boolean().describe('Named like a password: nothing of it was kept, and it cannot be imported'),
      }),
    ),
    existing: z.enum(existingChoices),
    territories: z.enum(territoryChoices),
    userType,
    names: z.enum(nameChoices),
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
  noted: z.stringbool().optional().describe('Only rows about which there is something to know'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const importRows = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int().describe('As a spreadsheet counts: the header is row 1'),
        what: z.string().describe('Username or account number, as it stands in the file'),
        verdict: z.enum(rowVerdicts),
        texts: z.array(z.string()).describe('Why, and what there is to know: for people'),
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
