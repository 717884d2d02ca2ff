/** The products and customers of a food wholesaler. */
export const ranges = [
  {
    category: 'Bakery',
    makers: ['Mill Lane', 'Hearth', 'Fourfold'],
    things: ['Sourdough', 'Baguette', 'Oat Loaf', 'Tea Cakes', 'Rye Rolls', 'Crumpets'],
  },
  {
    category: 'Dairy',
    makers: ['Valley', 'Greenhill', 'Oldfield'],
    things: ['Whole Milk', 'Salted Butter', 'Mature Cheddar', 'Greek Yoghurt', 'Double Cream', 'Soft Cheese'],
  },
  {
    category: 'Drinks',
    makers: ['Spring', 'Copper', 'Harbour'],
    things: ['Sparkling Water', 'Apple Juice', 'Ginger Beer', 'Cold Brew', 'Lemonade', 'Elderflower Pressé'],
  },
  {
    category: 'Snacks',
    makers: ['Salt & Stone', 'Kettle House', 'Northern'],
    things: ['Sea Salt Crisps', 'Roasted Peanuts', 'Oat Bars', 'Rice Cakes', 'Dark Chocolate', 'Pretzels'],
  },
  {
    category: 'Pantry',
    makers: ['Larder', 'Stonegate', 'Field'],
    things: ['Basmati Rice', 'Penne', 'Chopped Tomatoes', 'Olive Oil', 'Clear Honey', 'Porridge Oats'],
  },
  {
    category: 'Household',
    makers: ['Bright', 'Clean House', 'Daily'],
    things: ['Washing-up Liquid', 'Kitchen Roll', 'Bin Liners', 'Hand Soap', 'Tea Lights', 'Foil'],
  },
] as const

export const sizes = [
  { size: '250 g', unit: 'case of 12' },
  { size: '500 g', unit: 'case of 6' },
  { size: '1 l', unit: 'case of 6' },
  { size: '330 ml', unit: 'case of 24' },
  { size: 'large', unit: 'case of 8' },
  { size: 'small', unit: 'case of 20' },
] as const

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
