import { expect, test } from 'vitest'
import { organisationDraft } from '../../shared/contract/settings.ts'
import { draftOf, toOrganisation } from './organisation-draft.ts'

const organisation = {
  name: 'Quay',
  contactLine: 'Ask Jo.',
  securityWords: ['Quay', 'Sons'],
  colour: null,
  currency: 'GBP',
  timeZone: 'Europe/London',
  confirmsOrders: false,
  hiddenAfterDays: 30,
}

test('shows an organisation as text and reads the same organisation back', () => {
  expect(toOrganisation(draftOf(organisation))).toEqual(organisation)
})

test('reads security words line by line, each once, and skips empty lines', () => {
  const draft = { ...draftOf(organisation), securityWords: ' Quay \n\nSons\nQuay\n' }
  expect(toOrganisation(draft).securityWords).toEqual(['Quay', 'Sons'])
})

test('names each field of the organisation that cannot be saved', () => {
  const typed = { name: ' ', contactLine: 'x'.repeat(201), colour: '#12', securityWords: 'x'.repeat(61) }
  const read = organisationDraft.safeParse(toOrganisation({ ...draftOf(organisation), ...typed }))
  const fields = read.error?.issues.map(({ path }) => path[0])
  expect(fields?.toSorted()).toEqual(['colour', 'contactLine', 'name', 'securityWords'])
})
