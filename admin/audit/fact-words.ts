const factLabels: Partial<Record<string, string>> = {
  account: 'asked for one account',
  action: 'asked for',
  actor: 'done by',
  address: 'another email address',
  app: 'app',
  from: 'from',
  objected: 'after an objection',
  priceFrom: 'price in cents from',
  priceTo: 'to',
  to: 'to',
  try: 'try',
  type: 'user type',
  until: 'until',
  username: 'another username',
  waits: 'resets to it wait',
  wasLocked: 'an administrator had locked it',
}

/** The details in words. A true detail is its name alone, and a false one is left out. */
export function factWords(details: Record<string, string | number | boolean>): string {
  return Object.entries(details)
    .flatMap(([name, fact]) => {
      const label = factLabels[name] ?? name
      return typeof fact === 'boolean' ? (fact ? [label] : []) : [`${label} ${fact}`]
    })
    .join(', ')
}
