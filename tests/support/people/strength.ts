import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPasswordRule, type PasswordRule } from '../../../server/platform/passwords/password-rule.ts'
import { decodeDictionaries } from '../../../shared/strength/dictionary-file.ts'
import {
  createEstimator,
  type Dictionaries,
  type Estimator,
  type StrengthContext,
} from '../../../shared/strength/estimate.ts'
import { build } from '../../../tools/build.ts'

const DIRECTORY = join(import.meta.dirname, '../../../dist/strength')

/** The served dictionaries, built only if they are stale. */
export async function readServedDictionaries(): Promise<Dictionaries> {
  await build()
  const { dictionaries } = JSON.parse(readFileSync(join(DIRECTORY, 'manifest.json'), 'utf8'))
  return decodeDictionaries(JSON.parse(readFileSync(join(DIRECTORY, dictionaries), 'utf8')))
}

export async function createServedEstimator(): Promise<Estimator> {
  return createEstimator(await readServedDictionaries())
}

export async function loadBuiltRule({ minimumLength = 8 } = {}): Promise<PasswordRule> {
  await build()
  return loadPasswordRule({ directory: DIRECTORY, minimumLength })
}

export const nobody: StrengthContext = {
  names: [],
  emails: [],
  companyWords: [],
  productWords: [],
  minimumLength: 8,
}

export const somebody: StrengthContext = {
  names: ['Małgorzata', "O'Sullivan-Jürgens"],
  emails: ['m.osullivan@harbourvale.example'],
  companyWords: ['Harbour & Vale Wholesale'],
  productWords: ['fieldkey', 'field key'],
  minimumLength: 8,
}
