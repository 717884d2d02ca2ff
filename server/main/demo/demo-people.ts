import type { UserType } from '../../../shared/contract/user-lists.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'
import type { Territory } from './make-retailers.ts'

export type DemoUser = {
  username: string
  userType: UserType
  givenName: string
  familyName: string
  isActive?: boolean
  roleId?: string
  /** Shown beside the sign-in in the terminal. */
  note: string
}

export const demoOrganisation = {
  name: 'Harbour & Vale Wholesale',
  contactLine: 'Need help? Call the office: +44 1632 960 100, or write to office@harbourvale.example.',
  securityWords: ['harbour', 'vale', 'wholesale', 'harbourvale'],
  currency: 'GBP',
  colour: null,
  timeZone: 'Europe/London',
  hiddenAfterDays: 30,
  confirmsOrders: false,
  isDemo: true,
}

export const demoTaxClasses = [
  { code: 'standard', name: 'Standard', rate_basis_points: 2000 },
  { code: 'zero', name: 'Zero', rate_basis_points: 0 },
]

const domain = 'harbourvale.example'

export const demoUsers: readonly DemoUser[] = [
  {
    username: `ava.admin@${domain}`,
    userType: 'admin',
    givenName: 'Ava',
    familyName: 'Admin',
    roleId: fullRightsRoleId,
    note: 'administrator',
  },
  { username: `dan.dual@${domain}`, userType: 'dual', givenName: 'Dan', familyName: 'Dual', note: 'office and app' },
  { username: `riley.rep@${domain}`, userType: 'device', givenName: 'Riley', familyName: 'Rep', note: 'rep' },
  { username: `nina.rep@${domain}`, userType: 'device', givenName: 'Nina', familyName: 'Rep', note: 'rep' },
  { username: `sam.scan@${domain}`, userType: 'scan', givenName: 'Sam', familyName: 'Scan', note: 'warehouse' },
  { username: 'JSMITH', userType: 'device', givenName: 'Jo', familyName: 'Smith', note: 'imported, no email address' },
  {
    username: `ian.inactive@${domain}`,
    userType: 'device',
    givenName: 'Ian',
    familyName: 'Inactive',
    isActive: false,
    note: "deactivated, can't sign in",
  },
]

/** The territory of each rep. */
export const territoryOf: Record<string, Territory> = {
  [`riley.rep@${domain}`]: 'Harbour',
  [`nina.rep@${domain}`]: 'Vale',
  [`dan.dual@${domain}`]: 'Vale',
  JSMITH: 'Harbour',
}

export const demoRetailers = [
  {
    name: 'Corner Store',
    accountNumber: 'HV1001',
    territory: 'Harbour',
    contacts: [
      {
        username: 'HV1001',
        email: 'buyer@cornerstore.example',
        hasWebsiteAccess: true,
        givenName: 'Bea',
        familyName: 'Buyer',
      },
    ],
  },
  {
    name: 'Quayside Deli',
    accountNumber: 'HV1002',
    territory: 'Harbour',
    contacts: [
      {
        username: 'orders@quaysidedeli.example',
        email: 'orders@quaysidedeli.example',
        hasWebsiteAccess: true,
        givenName: 'Olly',
        familyName: 'Order',
      },
      {
        username: 'HV1002',
        email: 'orders@quaysidedeli.example',
        hasWebsiteAccess: false,
        givenName: 'Una',
        familyName: 'Unlisted',
      },
    ],
  },
] as const
