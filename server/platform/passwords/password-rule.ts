/**
 * The one password rule of the server: the strength that pages show while the user types, and the list of leaked
 * passwords.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTooLong, normalise } from '../../../shared/strength/code-points.ts'
import { decodeDictionaries } from '../../../shared/strength/dictionary-file.ts'
import { createEstimator, type StrengthContext, type StrengthEstimate } from '../../../shared/strength/estimate.ts'
import { isAcceptable } from '../../../shared/strength/labels.ts'
import { asLeaked } from '../../../shared/strength/leaked-hash.ts'
import { createLeakedList } from './leaked-list.ts'

export type PasswordRefusal = 'too-short' | 'too-long' | 'weak' | 'leaked'

export type PasswordVerdict =
  | { kind: 'accepted'; estimate: StrengthEstimate }
  | { kind: 'refused'; reason: PasswordRefusal; estimate: StrengthEstimate }

/** The known facts about the person. The rule itself has the minimum length. */
export type PasswordContext = Omit<StrengthContext, 'minimumLength'>

export type PasswordRule = {
  minimumLength: number
  directory: string
  /** Content-hashed name of the file that browsers load, below /strength/. */
  dictionariesName: string
  judge(password: string, context: PasswordContext): PasswordVerdict
  isLeaked(password: string): boolean
  leakedShard(prefix: string): string[] | undefined
}

export async function loadPasswordRule(options: { directory: string; minimumLength: number }): Promise<PasswordRule> {
  const { directory, minimumLength } = options
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'))
  const dictionaries = JSON.parse(await readFile(join(directory, manifest.dictionaries), 'utf8'))
  const estimate = createEstimator(decodeDictionaries(dictionaries))
  const leaked = createLeakedList(await readFile(join(directory, manifest.leaked)))
  const isLeaked = (password: string) => !isTooLong(normalise(password)) && leaked.has(normalise(password))

  const judge = (password: string, context: PasswordContext): PasswordVerdict => {
    const found = estimate(password, { ...context, minimumLength })
    const code = found.reasons[0]?.code
    if (code === 'too-long' || code === 'too-short') return { kind: 'refused', reason: code, estimate: found }
    if (!isAcceptable(found.label)) return { kind: 'refused', reason: 'weak', estimate: found }
    if (isLeaked(password)) return { kind: 'refused', reason: 'leaked', estimate: asLeaked(found) }
    return { kind: 'accepted', estimate: found }
  }
  const { dictionaries: dictionariesName } = manifest
  return { minimumLength, directory, dictionariesName, judge, isLeaked, leakedShard: leaked.shard }
}
