/** The products and customers of a food wholesaler. Each range has six sizes. */
export const ranges = [
  {
    category: 'Bakery',
    makers: ['Mill Lane', 'Hearth', 'Fourfold'],
    things: ['Sourdough', 'Baguette', 'Oat Loaf', 'Tea Cakes', 'Rye Rolls', 'Crumpets'],
    varieties: ['Wholemeal', 'Seeded', 'Malted', 'Organic', 'Spelt', 'Stone-baked', 'White', 'Country'],
    sizes: [
      { size: '200 g', unit: 'case of 12' },
      { size: '400 g', unit: 'case of 6' },
      { size: '800 g', unit: 'case of 6' },
      { size: '4-pack', unit: 'case of 24' },
      { size: 'large', unit: 'case of 8' },
      { size: 'small', unit: 'case of 20' },
    ],
  },
  {
    category: 'Dairy',
    makers: ['Valley', 'Greenhill', 'Oldfield'],
    things: ['Whole Milk', 'Salted Butter', 'Mature Cheddar', 'Greek Yoghurt', 'Double Cream', 'Soft Cheese'],
    varieties: ['Organic', 'Farmhouse', 'Jersey', 'Lactose-free', 'Free-range', 'Traditional', 'Upland', 'Light'],
    sizes: [
      { size: '150 g', unit: 'case of 12' },
      { size: '250 g', unit: 'case of 6' },
      { size: '500 g', unit: 'case of 6' },
      { size: '1 kg', unit: 'case of 24' },
      { size: 'catering', unit: 'case of 8' },
      { size: 'portion', unit: 'case of 20' },
    ],
  },
  {
    category: 'Drinks',
    makers: ['Spring', 'Copper', 'Harbour'],
    things: ['Sparkling Water', 'Apple Juice', 'Ginger Beer', 'Cold Brew', 'Lemonade', 'Elderflower Pressé'],
    varieties: ['Organic', 'Light', 'Cloudy', 'Traditional', 'Botanical', 'Unsweetened', 'Reserve', 'Raspberry'],
    sizes: [
      { size: '250 ml', unit: 'case of 12' },
      { size: '500 ml', unit: 'case of 6' },
      { size: '1 l', unit: 'case of 6' },
      { size: '330 ml', unit: 'case of 24' },
      { size: '750 ml', unit: 'case of 8' },
      { size: '200 ml', unit: 'case of 20' },
    ],
  },
  {
    category: 'Snacks',
    makers: ['Salt & Stone', 'Kettle House', 'Northern'],
    things: ['Sea Salt Crisps', 'Roasted Peanuts', 'Oat Bars', 'Rice Cakes', 'Dark Chocolate', 'Pretzels'],
    varieties: ['Organic', 'Lightly Salted', 'Chilli', 'Honey', 'Sesame', 'Smoked', 'Gluten-free', 'Maple'],
    sizes: [
      { size: '30 g', unit: 'case of 12' },
      { size: '80 g', unit: 'case of 6' },
      { size: '150 g', unit: 'case of 6' },
      { size: '40 g', unit: 'case of 24' },
      { size: 'sharing', unit: 'case of 8' },
      { size: '25 g', unit: 'case of 20' },
    ],
  },
  {
    category: 'Pantry',
    makers: ['Larder', 'Stonegate', 'Field'],
    things: ['Basmati Rice', 'Penne', 'Chopped Tomatoes', 'Olive Oil', 'Clear Honey', 'Porridge Oats'],
    varieties: ['Organic', 'Everyday', 'Select', 'Wholefood', 'Single-estate', 'Family', 'Catering', 'Heritage'],
    sizes: [
      { size: '250 g', unit: 'case of 12' },
      { size: '500 g', unit: 'case of 6' },
      { size: '1 kg', unit: 'case of 6' },
      { size: '400 g', unit: 'case of 24' },
      { size: '2 kg', unit: 'case of 8' },
      { size: '340 g', unit: 'case of 20' },
    ],
  },
  {
    category: 'Household',
    makers: ['Bright', 'Clean House', 'Daily'],
    things: ['Washing-up Liquid', 'Kitchen Roll', 'Bin Liners', 'Hand Soap', 'Tea Lights', 'Foil'],
    varieties: ['Eco', 'Extra', 'Citrus', 'Lavender', 'Professional', 'Unscented', 'Recycled', 'Value'],
    sizes: [
      { size: 'regular', unit: 'case of 12' },
      { size: 'double', unit: 'case of 6' },
      { size: 'family', unit: 'case of 6' },
      { size: 'mini', unit: 'case of 24' },
      { size: 'large', unit: 'case of 8' },
      { size: 'small', unit: 'case of 20' },
    ],
  },
] as const

export const givenNames = [
  'Amara',
  'Ben',
  'Carys',
  'Dev',
  'Elif',
  'Finn',
  'Grace',
  'Hugo',
  'Isla',
  'Jonah',
  'Kit',
  'Lena',
]
export const familyNames = [
  'Abbott',
  'Brook',
  'Castle',
  'Dale',
  'Ellis',
  'Frost',
  'Grove',
  'Hill',
  'Ivory',
  'Lane',
  'Moss',
]
export const contactRoles = ['Buyer', 'Owner', 'Shop manager', 'Accounts']

export const shopKinds = ['Stores', 'Deli', 'Café', 'Grocers', 'Farm Shop', 'Kiosk', 'Pantry', 'Minimarket'] as const
export const streets = [
  'Bridge',
  'Market',
  'Station',
  'Mill',
  'Church',
  'Quay',
  'Castle',
  'Orchard',
  'Abbey',
  'Park',
] as const
export const towns = {
  Harbour: ['Saltmouth', 'Port Ellery', 'Quayford', 'Gullhaven'],
  Vale: ['Ashbourne Green', 'Millbrook', 'Upper Thornley', 'Wickham Vale'],
} as const
