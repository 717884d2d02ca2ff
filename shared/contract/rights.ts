/** The modules that rights apply to, in the order of the admin site. */
export const moduleNames = [
  'users',
  'subscription',
  'retailers',
  'products',
  'orders',
  'mail',
  'audit',
  'settings',
] as const
export type ModuleName = (typeof moduleNames)[number]

/** Each level includes those before it. */
export const accessLevels = ['none', 'read', 'write'] as const
export type Access = (typeof accessLevels)[number]

export type Rights = Readonly<Record<ModuleName, Access>>

export const noRights: Rights = {
  users: 'none',
  subscription: 'none',
  retailers: 'none',
  products: 'none',
  orders: 'none',
  mail: 'none',
  audit: 'none',
  settings: 'none',
}

/** True if the rights include this access to the module. */
export function allows(rights: Rights, { module, access }: { module: ModuleName; access: Access }): boolean {
  return accessLevels.indexOf(rights[module]) >= accessLevels.indexOf(access)
}

/** True if their rights include anything that mine don't: I can't change such an account. */
export function exceed(theirs: Rights, { mine }: { mine: Rights }): boolean {
  return moduleNames.some(module => !allows(mine, { module, access: theirs[module] }))
}
