import { type Access, type ModuleName, moduleNames, type Rights } from '../../shared/contract/rights.ts'

export const moduleWords: Record<ModuleName, string> = {
  users: 'Users',
  subscription: 'Subscription',
  retailers: 'Retailers and contacts',
  products: 'Products and prices',
  orders: 'Orders and visits',
  mail: 'Mail',
  audit: 'Audit',
  settings: 'Settings',
}

export const accessWords: Record<Access, string> = { none: 'None', read: 'Read', write: 'Read and write' }

/** The rights of a role in one line: first write access, then read access. */
export function rightsWords(rights: Rights): string {
  const named = (access: Access) => moduleNames.filter(module => rights[module] === access).map(one => moduleWords[one])
  const [written, read] = [named('write'), named('read')]
  if (written.length === moduleNames.length) return 'Everything'
  if (written.length + read.length === 0) return 'Nothing'
  return [written.length > 0 && `Change ${written.join(', ')}`, read.length > 0 && `Read ${read.join(', ')}`]
    .filter(Boolean)
    .join('. ')
}
