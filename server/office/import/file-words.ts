import { importLimits } from '../../../shared/contract/import-lists.ts'
import type { ProblemAnswer } from '../../../shared/contract/problem.ts'
import type { Uploaded } from './upload-import.ts'

type Refused = Exclude<Uploaded, { kind: 'uploaded' }>

const count = (number: number) => number.toLocaleString('en-GB')

/** Why a file was not taken, and what to do. Nothing of it was kept. */
export function fileProblem(refused: Refused): ProblemAnswer['problem'] {
  const [title, text] = wordsOf(refused)
  return { status: refused.kind === 'busy' ? 429 : 422, kind: refused.kind, title, text }
}

function wordsOf(refused: Refused): readonly [string, string] {
  switch (refused.kind) {
    case 'too-big':
      return ['This file is too big', `A file may have ${importLimits.bytes / 1_000_000} MB. Divide it into several.`]
    case 'busy':
      return ['Other files are being read', 'Wait a few seconds, then upload it again.']
    case 'too-many-files':
      return ['There are too many files', `Up to ${importLimits.files} are kept. Delete those that are done with.`]
    case 'workbook':
      return [
        'This is a workbook, not a CSV file',
        'Open it in Excel, choose Save as, then CSV UTF-8, and upload that.',
      ]
    case 'not-text':
      return ['This is not a CSV file', 'It is not even text. Choose the file that you saved as CSV.']
    case 'cut-off':
      return ['This file is not whole', 'It ends in the middle of a letter. Save or download it again.']
    case 'empty':
      return ['This file is empty', 'The first row names the columns, and each row below is one to import.']
    case 'no-rows':
      return [
        'There is nothing below the first row',
        'The first row names the columns, and each row below is one to import.',
      ]
    case 'too-many-rows':
      return [
        'This file has too many rows',
        `A file may have ${count(importLimits.rows)} rows. Divide it into several.`,
      ]
    case 'too-many-columns':
      return [
        'This file has too many columns',
        `A file may have ${importLimits.columns}. Delete those that are not needed.`,
      ]
    case 'broken-quote':
      return [
        `The quotes do not match in line ${refused.line}`,
        'A text that contains a quote needs quotes around it, and the quote twice: "5"" pipe". Mend the line, then upload the file again.',
      ]
    case 'endless-row':
      return [
        `The row in line ${refused.line} does not end`,
        'Either a quote before it was never closed, or this is not a CSV file. Look at that line.',
      ]
  }
}
