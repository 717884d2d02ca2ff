import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderStatuses, quoteStatuses } from '../../shared/contract/order-status.ts'
import { allStatements, describeStatements } from './all-statements.ts'
import { discardWords, retryWords } from './decided.ts'
import { collectionWords, downloadedWords, emptyWords } from './downloaded.ts'
import { exportWords } from './exported.ts'
import { keptWords } from './kept.ts'
import { completeWords } from './last-try.ts'
import { safeWords, signOutWords } from './leaving.ts'
import { creditWords, orderStateWords } from './order-state.ts'
import { picturesWords } from './pictures.ts'
import { salesWords } from './planned.ts'
import { savedWords } from './saved.ts'
import { headerOf, type LineFacts } from './status-line.ts'
import { headerWords } from './status-words.ts'
import { attentionNote, deletedWords, hiddenWords } from './stays.ts'
import { othersWords, unsentWords } from './unsent.ts'

const count = fc.constantFrom(0, 1, 3)
const results = [
  ...['complete', 'no-connection', 'server-trouble', 'session-ended', 'refused'],
  ...['storage-full', 'storage-problem', undefined],
] as const
const person = {} as Extract<LineFacts['session'], { person: unknown }>['person']
const lineFacts: fc.Arbitrary<LineFacts> = fc.record({
  session: fc.constantFrom<LineFacts['session']>(
    { kind: 'starting' },
    { kind: 'signed-out', lastUsername: null },
    { kind: 'signed-in', person },
    { kind: 'ended', person, reason: 'expired' },
  ),
  work: fc.constantFrom<LineFacts['work']>(
    { kind: 'resting' },
    { kind: 'downloading' },
    { kind: 'sending', done: 1, total: 3 },
  ),
  waiting: count,
  attention: count,
  ofOthers: count,
  lastResult: fc.constantFrom(...results),
  isDownloaded: fc.boolean(),
  isNewVersionReady: fc.boolean(),
})
const runs = { numRuns: 4000 }

describe('no statement without its fact', () => {
  it('holds for the status line', () => {
    const check = (facts: LineFacts) => {
      const said = headerWords(headerOf(facts))
      if (/sent$/.test(said)) {
        expect(facts.session.kind).toBe('signed-in')
        expect(facts).toMatchObject({ waiting: 0, attention: 0, lastResult: 'complete', isDownloaded: true })
        expect(facts.work.kind).toBe('resting')
      }
      if (said === 'All sent') expect(facts.ofOthers).toBe(0)
      if (/nothing waiting/i.test(said)) expect(facts).toMatchObject({ waiting: 0, attention: 0, isDownloaded: true })
      if (said.includes('no connection')) expect(facts.lastResult).toBe('no-connection')
      if (said.includes("isn't finished")) expect(facts.isDownloaded).toBe(false)
      if (/^No one/.test(said)) expect(facts).toMatchObject({ session: { kind: 'signed-out' }, waiting: 0 })
      if (said.includes('is full')) expect(facts.lastResult).toBe('storage-full')
    }
    fc.assert(fc.property(lineFacts, check), runs)
  })

  it('holds for unsent items', () => {
    const facts = fc.record({ waiting: count, attention: count, drafts: count, isConfirmed: fc.boolean() })
    const check = (known: Parameters<typeof unsentWords>[0]) => {
      const said = unsentWords(known)
      if (/nothing is waiting/i.test(said)) expect(known.waiting).toBe(0)
      if (said.includes('server has everything'))
        expect(known).toEqual({ waiting: 0, attention: 0, drafts: 0, isConfirmed: true })
    }
    fc.assert(fc.property(facts, check), runs)
  })

  it('holds for unsent items of users who are not signed in', () => {
    const facts = fc.record({ ofOthers: count, ofLastUser: count, lastUsername: fc.constantFrom(null, 'riley') })
    const check = (known: Parameters<typeof othersWords>[0]) => {
      const said = othersWords(known)
      expect(said === undefined).toBe(known.ofOthers + known.ofLastUser === 0)
      expect(said?.includes('another user') ?? false).toBe(known.ofOthers > 0)
    }
    fc.assert(fc.property(facts, check), runs)
  })

  it('holds after a save', () => {
    const status = fc.constantFrom('draft', 'pending', 'sending', 'sent', 'attention', undefined)
    const facts = fc.record({
      status,
      number: fc.constantFrom(null, 'SO-1'),
      reason: fc.constantFrom(null, 'A price has changed.'),
      isSignedIn: fc.boolean(),
    })
    const check = (known: Parameters<typeof savedWords>[0]) => {
      const said = savedWords(known) ?? ''
      expect(/accepted it|was sent/.test(said)).toBe(known.status === 'sent')
      expect(said.includes('needs attention')).toBe(known.status === 'attention')
      expect(said.includes('next sync')).toBe(known.status === 'pending' && known.isSignedIn)
      expect(said === '').toBe(known.status === 'draft' || known.status === undefined)
    }
    fc.assert(fc.property(facts, check), runs)
  })

  it('holds for a sign-out', () => {
    fc.assert(
      fc.property(fc.record({ waiting: count, attention: count }), items => {
        const said = signOutWords(items)
        expect(said === undefined).toBe(items.waiting + items.attention === 0)
        expect(safeWords(items) === undefined).toBe(said === undefined)
        expect(/(?:is|are) sent when you sign in/.test(said ?? '')).toBe(items.waiting > 0)
        expect(/needs? attention/.test(said ?? '')).toBe(items.attention > 0)
      }),
    )
  })

  it('holds for a decision about a refused item', () => {
    for (const result of ['discarded', 'no-connection', 'signed-out', 'not-kept'] as const) {
      expect(/^Discarded/.test(discardWords(result))).toBe(result === 'discarded')
      expect(discardWords(result).includes('The server keeps a copy')).toBe(result === 'discarded')
    }
    for (const isWaiting of [true, false])
      for (const isSignedIn of [true, false]) {
        const said = retryWords({ isWaiting, isSignedIn })
        expect(said.includes('sent again')).toBe(isWaiting)
        expect(said.includes('after you sign in')).toBe(isWaiting && !isSignedIn)
      }
  })

  it('holds for an export, and for the last complete sync', () => {
    const facts = fc.record({ isSignedOut: fc.boolean(), isSealed: fc.boolean(), count, file: fc.constant('a.csv') })
    const check = (known: Parameters<typeof exportWords>[0]) => {
      const said = exportWords(known)
      const isReadable = !known.isSignedOut && !known.isSealed
      expect(said.includes('a.csv')).toBe(isReadable && known.count > 0)
      expect(said.includes('Nothing to export')).toBe(isReadable && known.count === 0)
    }
    fc.assert(fc.property(facts, check), runs)
    expect(completeWords(undefined)).toBe('never')
    expect(completeWords('today at 09:31')).toBe('today at 09:31')
  })

  it('holds for an order, its status and its cancellation', () => {
    const reason = fc.constantFrom(null, 'A price has changed.')
    const status = fc.constantFrom('draft', 'pending', 'sending', 'sent', 'attention')
    const facts = fc.record({
      item: fc.option(fc.record({ status, reason, attempts: fc.constantFrom(0, 1), isHandedIn: fc.boolean() }), {
        nil: undefined,
      }),
      office: fc.constantFrom(...orderStatuses, ...quoteStatuses, undefined),
      cancel: fc.option(fc.record({ status, reason }), { nil: undefined }),
    })
    const check = (known: Parameters<typeof orderStateWords>[0]) => {
      const said = orderStateWords(known)
      const isSettled = known.item === undefined || known.item.status === 'sent'
      if (/not sent yet/.test(said)) expect(known.item).toMatchObject({ status: 'pending', attempts: 0 })
      if (/office has confirmed/.test(said)) expect([isSettled, known.office]).toEqual([true, 'confirmed'])
      if (/^It is cancelled/.test(said)) expect(known.office).toBe('cancelled')
      if (/cancellation was sent/.test(said)) expect(known.cancel?.status).toBe('sent')
      if (/cancellation waits/.test(said)) expect(['pending', 'sending']).toContain(known.cancel?.status)
      if (/cancellation was not accepted/.test(said)) expect(known.cancel?.status).toBe('attention')
    }
    fc.assert(fc.property(facts, check), runs)
    expect(creditWords({ credit: 'hold', kind: 'order' })).toMatch(/^Credit hold/)
    for (const credit of ['good', 'watch', undefined] as const)
      expect(creditWords({ credit, kind: 'order' })).toBeUndefined()
  })

  it('holds for pictures, and for the sales of a retailer', () => {
    const facts = fc.record({ isOn: fc.boolean(), isFull: fc.boolean(), waiting: count, count })
    const check = (known: Parameters<typeof picturesWords>[0]) => {
      const said = picturesWords(known)
      expect(said.startsWith('Off')).toBe(!known.isOn)
      if (/is full/.test(said)) expect(known.isFull).toBe(true)
      if (/Unsent items go first/.test(said)) expect(known.waiting).toBeGreaterThan(0)
    }
    fc.assert(fc.property(facts, check), runs)
    expect(salesWords({ unsent: 1, isDownloaded: false })).toContain('Not downloaded yet')
    expect(salesWords({ unsent: 2, isDownloaded: true })).toContain('2 orders')
    expect(salesWords({ unsent: 0, isDownloaded: true })).toBeUndefined()
  })

  it('holds for hidden data, and for what a device has of all collections', () => {
    const facts = fc.record({
      kind: fc.constantFrom('signed-out' as const, 'closed' as const, 'no-contact' as const),
      reason: fc.constant('your account was deactivated'),
      days: fc.integer({ min: 1, max: 90 }),
      unsent: count,
    })
    const check = (known: Parameters<typeof hiddenWords>[0]) => {
      const said = hiddenWords(known)
      expect(/unsent items? stays? on this device/.test(said)).toBe(known.kind !== 'signed-out' && known.unsent > 0)
      expect(/administrator can release/.test(said)).toBe(known.kind === 'closed' && known.unsent > 0)
    }
    fc.assert(fc.property(facts, check), runs)
    expect(downloadedWords({ complete: 0, total: 0 })).not.toBe('Everything is downloaded')
    expect(downloadedWords({ complete: 3, total: 3 })).toBe('Everything is downloaded')
    expect(deletedWords({ kind: 'deleted', type: 'note' })).not.toContain('never sent')
    expect(attentionNote(true)).toContain('Sign in again')
  })

  it('holds for drafts and downloads', () => {
    for (const kept of ['empty', 'keeping', 'kept', 'not-kept', 'saved'] as const) {
      for (const isFix of [true, false]) {
        const said = keptWords({ kept, isFix }) ?? ''
        expect(/kept|Kept/.test(said)).toBe(kept === 'kept')
        expect(/as a draft/.test(said)).toBe(kept === 'kept' && !isFix)
      }
    }
    expect(emptyWords({ none: 'None.', isDownloaded: false })).not.toContain('None')
    expect(collectionWords({ isComplete: false, changed: null })).toBe('Not downloaded yet')
    expect(collectionWords({ isComplete: true, changed: null })).toBe('The server has none for you')
  })
})

it('lists every statement with its fact in docs/app-statements.md (rewrite: node tools/print-statements.ts)', () => {
  const page = readFileSync(new URL('../../docs/app-statements.md', import.meta.url), 'utf8')
  expect(page).toBe(describeStatements())
  for (const { statements } of allStatements) expect(statements.length).toBeGreaterThan(0)
})
