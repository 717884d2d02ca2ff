import { expect, it } from 'vitest'
import { createSightings } from './sightings.ts'

it('a barcode counts once while it is in view, also if a frame in between is blurred', () => {
  const sightings = createSightings()
  expect(sightings.listNew(['4006381333931'], 0)).toEqual(['4006381333931'])
  for (let at = 150; at < 20_000; at += 150)
    expect(sightings.listNew(at % 1000 < 500 ? ['4006381333931'] : [], at)).toEqual([])
})

it('a product that comes into view again counts again', () => {
  const sightings = createSightings()
  sightings.listNew(['4006381333931'], 0)
  expect(sightings.listNew(['4006381333931'], 1600)).toEqual(['4006381333931'])
})

it('two products in view count once each, and so does one that is seen twice in a frame', () => {
  const sightings = createSightings()
  expect(sightings.listNew(['96385074', '4006381333931', '96385074'], 0)).toEqual(['96385074', '4006381333931'])
  expect(sightings.listNew(['96385074', '4006381333931'], 150)).toEqual([])
})
