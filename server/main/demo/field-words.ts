/** The people, shops and streets of the demo. */
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

export const shopKinds = [
  { kind: 'Stores', type: 'Convenience store' },
  { kind: 'Minimarket', type: 'Convenience store' },
  { kind: 'Deli', type: 'Deli' },
  { kind: 'Pantry', type: 'Deli' },
  { kind: 'Café', type: 'Café' },
  { kind: 'Tea Room', type: 'Café' },
  { kind: 'Farm Shop', type: 'Farm shop' },
  { kind: 'Grocers', type: 'Grocer' },
  { kind: 'Kiosk', type: 'Kiosk' },
] as const
export const chains = ['Village Pantry Group', 'Coastline Stores']
export const deliveryNotes = [
  'Deliveries before 10:00, at the side door.',
  'No parking in front: use the yard in Mill Lane.',
  'Closed on Wednesday afternoons.',
  'Call 30 minutes before the delivery.',
  'Pallets up to 1.5 m: the lift is small.',
] as const
export const visitNotes = [
  'Ask about the new season.',
  'Bring the spring price list.',
  'Check the shelf for soft drinks.',
  'Collect the empty crates.',
  'Talk about opening hours in the holidays.',
] as const
export const repNotes = [
  'Wants the delivery earlier on Fridays.',
  'New manager from next month. Introduce the range again.',
  'Asks for a tasting of the new yoghurts.',
  'Storeroom is small: smaller cases sell better here.',
  'Competitor offers tonic water cheaper. Check our price.',
  'Very happy with the sourdough. Wants a second delivery a week.',
] as const
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
