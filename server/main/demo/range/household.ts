import { standardRated } from './family.ts'

const cleaners = ['Bright Day', 'Clean Slate', 'Fairweather', 'Tidewater', 'Daily', 'Pinecroft']

export const household = standardRated([
  {
    category: 'Household > Cleaning',
    name: 'Washing-up Liquid',
    shape: 'bottle',
    brands: cleaners,
    varieties: ['', 'Citrus', 'Lavender', 'Sensitive', 'Professional'],
    packs: [
      ['500 ml', 12, 1320],
      ['5 l', 2, 1260],
    ],
  },
  {
    category: 'Household > Cleaning',
    name: 'Kitchen Cleaner',
    shape: 'spray',
    brands: cleaners,
    varieties: ['', 'Antibacterial', 'Degreasing', 'Unscented'],
    packs: [
      ['750 ml', 6, 1140],
      ['5 l', 2, 1590],
    ],
  },
  {
    category: 'Household > Paper and foil',
    name: 'Kitchen Roll',
    shape: 'roll',
    brands: cleaners,
    varieties: ['', 'Recycled', 'Extra Strong', 'Value'],
    packs: [
      ['2-pack', 12, 1790],
      ['6-pack', 4, 1680],
    ],
  },
  {
    category: 'Household > Paper and foil',
    name: 'Foil',
    shape: 'roll',
    brands: cleaners,
    varieties: ['', 'Extra Wide', 'Catering', 'Recycled'],
    packs: [['300 mm x 75 m', 6, 2340]],
  },
  {
    category: 'Household > Washroom',
    name: 'Hand Soap',
    shape: 'spray',
    brands: cleaners,
    varieties: ['', 'Citrus', 'Lavender', 'Unscented', 'Foaming'],
    packs: [
      ['300 ml', 12, 1560],
      ['5 l', 2, 1380],
    ],
  },
  {
    category: 'Household > Washroom',
    name: 'Toilet Tissue',
    shape: 'roll',
    brands: cleaners,
    varieties: ['', 'Recycled', 'Soft', 'Value'],
    packs: [
      ['4-pack', 10, 1920],
      ['jumbo 6-pack', 1, 1840],
    ],
  },
])
