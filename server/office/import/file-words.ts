import { fileLimits, type ImportKind, importLimits } from '../../../shared/contract/import-lists.ts'
import type { ProblemAnswer } from '../../../shared/contract/problem.ts'
import type { UploadResult } from './upload-import.ts'

type RefusedUpload = Exclude<UploadResult, { kind: 'uploaded' }>

const count = (number: number) => number.toLocaleString('en-GB')

/** Says why a file was refused and what to do next. A refused file leaves no data behind. */
export function fileProblem(refused: RefusedUpload, kind: ImportKind): ProblemAnswer['problem'] {
  const [title, text] = wordsOf(refused, fileLimits(kind))
  return { status: refused.kind === 'busy' ? 429 : 422, kind: refused.kind, title, text }
}

function wordsOf(refused: RefusedUpload, most: { bytes: number; rows: number }): readonly [string, string] {
  switch (refused.kind) {
    case 'too-big':
      return ['This file is too big', `The limit is ${most.bytes / 1_000_000} MB. Split it into several files.`]
    case 'busy':
      return ['The server is reading other files', 'Wait a few seconds, then upload the file again.']
    case 'too-many-files':
      return [
        'There are too many files',
        `The server keeps up to ${importLimits.files} files. Delete those that you no longer need.`,
      ]
    case 'workbook':
      return ['This is a workbook, not a CSV file', 'Open it in Excel, save it as CSV UTF-8, then upload the new file.']
    case 'not-text':
      return ['This is not a CSV file', "This file doesn't contain text. Choose the file that you saved as CSV."]
    case 'cut-off':
      return ['This file is incomplete', 'It ends in the middle of a letter. Save or download it again.']
    case 'empty':
      return [
        'This file is empty',
        'The first row must name the columns. Add one row below it for each record to import.',
      ]
    case 'no-rows':
      return [
        'This file has no rows to import',
        'The first row must name the columns. Add one row below it for each record to import.',
      ]
    case 'too-many-rows':
      return ['This file has too many rows', `The limit is ${count(most.rows)} rows. Split it into several files.`]
    case 'too-many-columns':
      return [
        'This file has too many columns',
        `The limit is ${importLimits.columns} columns. Delete those that you don't need.`,
      ]
    case 'broken-quote':
      return [
        `The quotes don't match in line ${refused.line}`,
        'Text that contains a quote needs quotes around it, and the quote written twice: "5"" pipe". Fix the line, then upload the file again.',
      ]
    case 'endless-row':
      return [
        `The row in line ${refused.line} doesn't end`,
        "Either an earlier quote was never closed, or this isn't a CSV file. Check that line.",
      ]
  }
}
