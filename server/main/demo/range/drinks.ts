import { standardRated, zeroRated } from './family.ts'

const makers = ['Copper Still', 'Spring & Dale', 'Harbour Lane', 'Oak & Elder', 'Fen & Fell', 'Brightwell']
const roasters = ['North Quay', 'Blue Kettle', 'Lantern', 'Third Bell', 'Slow Morning', 'Gullhaven']

const soft = standardRated([
  {
    category: 'Drinks > Soft drinks > Lemonade and tonic',
    name: 'Lemonade',
    shape: 'bottle',
    brands: makers,
    varieties: ['', 'Cloudy', 'Pink', 'Sicilian', 'Light'],
    packs: [
      ['330 ml', 24, 1680],
      ['750 ml', 12, 1940],
      ['1.5 l', 8, 1320],
    ],
  },
  {
    category: 'Drinks > Soft drinks > Lemonade and tonic',
    name: 'Tonic Water',
    shape: 'can',
    brands: makers,
    varieties: ['', 'Slimline', 'Elderflower', 'Rhubarb', 'Mediterranean'],
    packs: [
      ['150 ml', 24, 1290],
      ['200 ml', 24, 1590],
    ],
  },
  {
    category: 'Drinks > Soft drinks > Ginger and cola',
    name: 'Ginger Beer',
    shape: 'bottle',
    brands: makers,
    varieties: ['', 'Fiery', 'Light', 'Lime', 'Chilli'],
    packs: [
      ['330 ml', 24, 1760],
      ['750 ml', 12, 2080],
    ],
  },
  {
    category: 'Drinks > Soft drinks > Ginger and cola',
    name: 'Cola',
    shape: 'can',
    brands: makers,
    varieties: ['', 'Sugar-free', 'Cherry', 'Vanilla', 'Botanical'],
    packs: [['330 ml', 24, 1340]],
  },
  {
    category: 'Drinks > Water',
    name: 'Spring Water',
    shape: 'bottle',
    brands: makers,
    varieties: ['Still', 'Sparkling', 'Lightly Sparkling', 'Lemon'],
    packs: [
      ['500 ml', 24, 790],
      ['750 ml glass', 12, 1150],
      ['1.5 l', 12, 880],
    ],
  },
  {
    category: 'Drinks > Juice',
    name: 'Apple Juice',
    shape: 'carton',
    brands: makers,
    varieties: ['', 'Cloudy', 'Bramley', 'Russet', 'Mulled'],
    packs: [
      ['250 ml', 24, 2140],
      ['1 l', 8, 1490],
    ],
  },
])

const hot = zeroRated([
  {
    category: 'Drinks > Coffee and tea > Coffee',
    name: 'Ground Coffee',
    shape: 'bag',
    brands: roasters,
    varieties: ['House', 'Dark', 'Decaffeinated', 'Ethiopian', 'Colombian', 'Espresso'],
    packs: [
      ['227 g', 12, 4680],
      ['1 kg', 6, 8940],
    ],
  },
  {
    category: 'Drinks > Coffee and tea > Coffee',
    name: 'Coffee Beans',
    shape: 'bag',
    brands: roasters,
    varieties: ['House', 'Dark', 'Decaffeinated', 'Guatemalan', 'Espresso'],
    packs: [['1 kg', 6, 8760]],
  },
  {
    category: 'Drinks > Coffee and tea > Tea',
    name: 'Tea Bags',
    shape: 'box',
    brands: roasters,
    varieties: ['Breakfast', 'Earl Grey', 'Green', 'Peppermint', 'Camomile', 'Rooibos'],
    packs: [
      ['80-pack', 12, 2480],
      ['440-pack', 4, 3160],
    ],
  },
])

export const drinks = [...soft, ...hot]
