import { zeroRated } from './family.ts'

const bakers = ['Mill Lane', 'Hearth & Stone', 'Fourfold', 'Old Oven', 'Crumb & Co', 'Barley Row']
const dairies = ['Greenhill', 'Oldfield', 'Valley Gold', 'Three Brooks', 'Meadowbank', 'Upper Dairy']
const flours = ['', 'Wholemeal', 'Seeded', 'Malted', 'Spelt', 'White', 'Organic']
const creamery = ['', 'Organic', 'Farmhouse', 'Jersey', 'Lactose-free', 'Light']

/** Bakery and dairy. */
export const fresh = zeroRated([
  {
    category: 'Bakery > Bread',
    name: 'Sourdough',
    shape: 'loaf',
    brands: bakers,
    varieties: flours,
    packs: [
      ['400 g', 8, 1440],
      ['800 g', 6, 1890],
    ],
  },
  {
    category: 'Bakery > Bread',
    name: 'Sandwich Loaf',
    shape: 'loaf',
    brands: bakers,
    varieties: flours,
    packs: [
      ['400 g', 10, 890],
      ['800 g', 8, 1120],
    ],
  },
  {
    category: 'Bakery > Rolls and buns',
    name: 'Burger Buns',
    shape: 'bun',
    brands: bakers,
    varieties: ['', 'Brioche', 'Seeded', 'Wholemeal', 'Gluten-free'],
    packs: [
      ['4-pack', 12, 1380],
      ['12-pack', 6, 1790],
    ],
  },
  {
    category: 'Bakery > Rolls and buns',
    name: 'Rye Rolls',
    shape: 'bun',
    brands: bakers,
    varieties: ['', 'Caraway', 'Dark', 'Seeded', 'Organic'],
    packs: [['6-pack', 10, 1490]],
  },
  {
    category: 'Bakery > Sweet bakery',
    name: 'Tea Cakes',
    shape: 'bun',
    brands: bakers,
    varieties: ['', 'Fruited', 'Cinnamon', 'Toasting', 'Orange'],
    packs: [['4-pack', 12, 1260]],
  },
  {
    category: 'Dairy > Milk and cream',
    name: 'Whole Milk',
    shape: 'carton',
    brands: dairies,
    varieties: ['', 'Organic', 'Jersey', 'Lactose-free', 'Free-range'],
    packs: [
      ['1 l', 12, 1180],
      ['2 l', 6, 1020],
    ],
  },
  {
    category: 'Dairy > Milk and cream',
    name: 'Double Cream',
    shape: 'tub',
    brands: dairies,
    varieties: creamery,
    packs: [
      ['300 ml', 12, 1580],
      ['2 l', 4, 2960],
    ],
  },
  {
    category: 'Dairy > Butter and spreads',
    name: 'Salted Butter',
    shape: 'box',
    brands: dairies,
    varieties: ['', 'Organic', 'Farmhouse', 'Cultured', 'Spreadable'],
    packs: [
      ['250 g', 20, 3840],
      ['2 kg', 5, 6950],
    ],
  },
  {
    category: 'Dairy > Cheese',
    name: 'Mature Cheddar',
    shape: 'wheel',
    brands: dairies,
    varieties: ['', 'Extra', 'Smoked', 'Organic', 'Vintage'],
    packs: [
      ['350 g', 12, 3320],
      ['2.5 kg', 4, 7240],
    ],
  },
  {
    category: 'Dairy > Cheese',
    name: 'Soft Goat Cheese',
    shape: 'wheel',
    brands: dairies,
    varieties: ['', 'Herb', 'Honey', 'Ash', 'Pepper'],
    packs: [['150 g', 8, 1860]],
  },
  {
    category: 'Dairy > Yoghurt',
    name: 'Greek Yoghurt',
    shape: 'tub',
    brands: dairies,
    varieties: ['', 'Honey', 'Strawberry', 'Vanilla', 'Fat-free', 'Lemon'],
    packs: [
      ['150 g', 12, 880],
      ['1 kg', 6, 1740],
    ],
  },
])
