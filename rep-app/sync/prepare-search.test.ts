import { expect, it } from 'vitest'
import { createStore } from '../device/store.ts'
import { prepareSearch } from './prepare-search.ts'

it('makes the search index after each download that changed products, and not before the first one is complete', () => {
  const productsOf = (isComplete: boolean, changedAt: number) => ({
    collections: [{ collection: 'products' as const, have: 1, total: 1, isComplete, changedAt }],
  })
  const status = createStore<ReturnType<typeof productsOf>>({ collections: [] })
  const asked: number[] = []
  prepareSearch({ status, prepare: async () => void asked.push(1), whenIdle: run => run() })
  const after = (isComplete: boolean, changedAt: number) => {
    status.set(productsOf(isComplete, changedAt))
    return asked.length
  }
  expect([after(false, 1), after(true, 2), after(true, 2), after(true, 3)]).toEqual([0, 1, 1, 2])
})
