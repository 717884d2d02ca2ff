/** Shows the strength of a new password during typing. The worker estimates; this file only draws. */

import type { StrengthEstimate } from '../shared/strength/types.ts'
import { describeStrength, LABEL_WORDS } from '../shared/strength/words.ts'
import { listOwnWordInputs, readContext } from './own-words.ts'
import type { ContextMessage, JudgeMessage, StartMessage, Verdict } from './strength.worker.ts'

const RestMilliseconds = 150
const RestBeforeSpeakingMilliseconds = 1000

type Meter = { root: HTMLElement; input: HTMLInputElement; announcement: HTMLElement | null }

function later(milliseconds: number): (act: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return act => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
}

function setText(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector)
  if (element) element.textContent = text
}

function paint({ root }: Meter, estimate: StrengthEstimate): string {
  const word = LABEL_WORDS[estimate.label]
  const sentence = describeStrength(estimate)
  root.dataset.label = String(estimate.label)
  root.hidden = false
  setText(root, '.strength-word', word)
  setText(root, '.strength-sentence', sentence)
  return `${word}. ${sentence}`
}

function startWorker(root: HTMLElement): Worker {
  const worker = new Worker(new URL('./strength.worker.ts', import.meta.url), { type: 'module' })
  const dictionariesUrl = root.dataset.dictionaries ?? ''
  const start: StartMessage = { kind: 'start', dictionariesUrl, context: readContext(root) }
  worker.postMessage(start)
  return worker
}

/** Runs at the first focus of the field. Nothing is loaded before. */
export function attachStrengthMeter(root: HTMLElement): void {
  const input = document.getElementById(root.dataset.input ?? '')
  if (!(input instanceof HTMLInputElement)) return
  const meter: Meter = { root, input, announcement: document.getElementById(root.dataset.announcement ?? '') }
  watch(meter, startWorker(root))
}

function watch(meter: Meter, worker: Worker): void {
  const { root, input, announcement } = meter
  const afterRest = later(RestMilliseconds)
  const speakAfterRest = later(RestBeforeSpeakingMilliseconds)
  let id = 0
  const ask = () => {
    const message: JudgeMessage = { kind: 'judge', id: ++id, password: input.value }
    worker.postMessage(message)
  }
  const say = (text: string) => {
    if (announcement) announcement.textContent = text
  }
  worker.addEventListener('message', (event: MessageEvent<Verdict>) => {
    if (event.data.id !== id || input.value === '') return
    const text = paint(meter, event.data.estimate)
    speakAfterRest(() => say(text))
  })
  worker.addEventListener('error', () => {
    root.hidden = true
  })
  input.addEventListener('input', () => {
    if (input.value !== '') return afterRest(ask)
    root.hidden = true
    speakAfterRest(() => say(''))
  })
  for (const beside of listOwnWordInputs()) {
    beside.addEventListener('change', () => {
      const message: ContextMessage = { kind: 'context', context: readContext(root) }
      worker.postMessage(message)
      if (input.value !== '') ask()
    })
  }
  if (input.value !== '') ask()
}
