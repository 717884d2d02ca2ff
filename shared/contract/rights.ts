/** What an administrator may be given, one after the other; the order is that of the admin site. */
export const moduleNames = ['users', 'subscription', 'retailers', 'mail', 'audit', 'settings'] as const
export type ModuleName = (typeof moduleNames)[number]

/** Each includes those before it. */
export const accessLevels = ['none', 'read', 'write'] as const
export type Access = (typeof accessLevels)[number]

export type Rights = Readonly<Record<ModuleName, Access>>

export const noRights: Rights = {
  users: 'none',
  subscription: 'none',
  retailers: 'none',
  mail: 'none',
  audit: 'none',
  settings: 'none',
}

/** Whether the rights include this access to the module. */
export function allows(rights: Rights, { module, access }: { module: ModuleName; access: Access }): boolean {
  return accessLevels.indexOf(rights[module]) >= accessLevels.indexOf(access)
}

/** Whether they may do anything that the other may not: such an account is out of the other's reach. */
export function exceed(theirs: Rights, { mine }: { mine: Rights }): boolean {
  return moduleNames.some(module => !allows(mine, { module, access: theirs[module] }))
}
