import { standardRated, zeroRated } from './family.ts'

const larders = ['Larder & Co', 'Stonegate', 'Fieldhouse', 'Saltmarsh', 'Everly', 'Granary Nine']
const kitchens = ['Kettle House', 'Northern Crisp', 'Salt & Slate', 'Pebble Lane', 'Handful', 'Good Crunch']

const staples = zeroRated([
  {
    category: 'Pantry > Rice and pasta',
    name: 'Basmati Rice',
    shape: 'bag',
    brands: larders,
    varieties: ['', 'Brown', 'Organic', 'Easy-cook', 'Aged'],
    packs: [
      ['1 kg', 10, 2390],
      ['10 kg', 1, 1980],
    ],
  },
  {
    category: 'Pantry > Rice and pasta',
    name: 'Penne',
    shape: 'bag',
    brands: larders,
    varieties: ['', 'Wholewheat', 'Organic', 'Gluten-free', 'Bronze-cut'],
    packs: [
      ['500 g', 16, 1460],
      ['3 kg', 4, 1840],
    ],
  },
  {
    category: 'Pantry > Tins and jars',
    name: 'Chopped Tomatoes',
    shape: 'can',
    brands: larders,
    varieties: ['', 'Italian', 'Organic', 'Basil', 'Garlic'],
    packs: [
      ['400 g', 24, 1560],
      ['2.5 kg', 6, 1920],
    ],
  },
  {
    category: 'Pantry > Tins and jars',
    name: 'Strawberry Jam',
    shape: 'jar',
    brands: larders,
    varieties: ['', 'Reduced Sugar', 'Extra', 'Whole Fruit'],
    packs: [
      ['340 g', 6, 1280],
      ['portion 20 g', 100, 1490],
    ],
  },
  {
    category: 'Pantry > Oils and vinegars',
    name: 'Olive Oil',
    shape: 'bottle',
    brands: larders,
    varieties: ['', 'Extra Virgin', 'Organic', 'Basil', 'Chilli'],
    packs: [
      ['500 ml', 12, 6840],
      ['5 l', 4, 11_900],
    ],
  },
  {
    category: 'Pantry > Breakfast',
    name: 'Porridge Oats',
    shape: 'box',
    brands: larders,
    varieties: ['', 'Jumbo', 'Organic', 'Gluten-free', 'Golden'],
    packs: [
      ['500 g', 10, 980],
      ['3 kg', 4, 1460],
    ],
  },
  {
    category: 'Pantry > Breakfast',
    name: 'Clear Honey',
    shape: 'jar',
    brands: larders,
    varieties: ['', 'Heather', 'Blossom', 'Acacia'],
    packs: [['340 g', 6, 1890]],
  },
])

const treats = standardRated([
  {
    category: 'Snacks > Crisps and nuts',
    name: 'Crisps',
    shape: 'bag',
    brands: kitchens,
    varieties: ['Sea Salt', 'Cider Vinegar', 'Cheddar', 'Sweet Chilli', 'Black Pepper'],
    packs: [
      ['40 g', 24, 1540],
      ['150 g', 12, 1780],
    ],
  },
  {
    category: 'Snacks > Crisps and nuts',
    name: 'Roasted Peanuts',
    shape: 'bag',
    brands: kitchens,
    varieties: ['Salted', 'Dry', 'Honey', 'Smoked', 'Chilli'],
    packs: [['50 g', 24, 1620]],
  },
  {
    category: 'Snacks > Chocolate and biscuits',
    name: 'Dark Chocolate',
    shape: 'box',
    brands: kitchens,
    varieties: ['', 'Orange', 'Mint', 'Sea Salt', 'Ginger', 'Hazelnut'],
    packs: [['100 g', 15, 2640]],
  },
  {
    category: 'Snacks > Chocolate and biscuits',
    name: 'Oat Biscuits',
    shape: 'box',
    brands: kitchens,
    varieties: ['', 'Chocolate', 'Stem Ginger', 'Lemon', 'Raisin'],
    packs: [
      ['200 g', 12, 1690],
      ['twin pack', 48, 1880],
    ],
  },
])

export const pantry = [...staples, ...treats]
