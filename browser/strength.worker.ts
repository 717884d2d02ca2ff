/** Estimates passwords outside the page: by rules alone until the dictionaries are loaded, then in full. */

import { decodeDictionaries } from '../shared/strength/dictionary-file.ts'
import { createEstimator, type StrengthContext, type StrengthEstimate } from '../shared/strength/estimate.ts'
import { isAcceptable } from '../shared/strength/labels.ts'
import { asLeaked } from '../shared/strength/leaked-hash.ts'
import { NO_DICTIONARIES, untilChecked } from '../shared/strength/without-dictionaries.ts'
import { lookUpLeaked } from './look-up-leaked.ts'

export type StartMessage = { kind: 'start'; dictionariesUrl: string; context: StrengthContext }
/** The fields beside the password have changed, and with them the words that add no strength. */
export type ContextMessage = { kind: 'context'; context: StrengthContext }
export type JudgeMessage = { kind: 'judge'; id: number; password: string }
export type Verdict = { id: number; estimate: StrengthEstimate }

const LongestWaitMilliseconds = 800

const byRules = createEstimator(NO_DICTIONARIES)
let inFull: typeof byRules | undefined
let context: StrengthContext | undefined
let latest: JudgeMessage | undefined

addEventListener('message', (event: MessageEvent<StartMessage | ContextMessage | JudgeMessage>) => {
  const message = event.data
  if (message.kind === 'judge') {
    latest = message
    answer(message)
  } else {
    context = message.context
    if (message.kind === 'start') load(message.dictionariesUrl)
  }
})

async function load(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) return
  inFull = createEstimator(decodeDictionaries(await response.json()))
  if (latest) answer(latest)
}

async function answer({ id, password }: JudgeMessage): Promise<void> {
  if (!context) return
  if (!inFull) return send(id, untilChecked(byRules(password, context)))
  const estimate = inFull(password, context)
  const isLeaked = isAcceptable(estimate.label) && (await lookUpLeaked(password, askForShard))
  if (latest?.id === id) send(id, isLeaked ? asLeaked(estimate) : estimate)
}

function send(id: number, estimate: StrengthEstimate): void {
  const verdict: Verdict = { id, estimate }
  postMessage(verdict)
}

async function askForShard(prefix: string): Promise<string[]> {
  const signal = AbortSignal.timeout(LongestWaitMilliseconds)
  const response = await fetch(`/strength/leaked/${prefix}`, { signal, referrerPolicy: 'no-referrer' })
  return response.ok ? (await response.text()).split('\n') : []
}
