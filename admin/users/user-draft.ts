import type { NewUser, UserChange, UserDetails } from '../../shared/contract/users.ts'

/** The text of each field, as typed. */
export type Draft = {
  userType: NewUser['userType']
  roleId: string
  username: string
  givenName: string
  familyName: string
  emailTo: string
  territoryIds: string[]
  receivesSystemMessages: boolean
  /** A new image as base64, or null to remove it. Left out, the image is unchanged. */
  image?: string | null
}

export const emptyDraft: Draft = {
  userType: 'device',
  roleId: '',
  username: '',
  givenName: '',
  familyName: '',
  emailTo: '',
  territoryIds: [],
  receivesSystemMessages: true,
}

export type Missing = Partial<Record<keyof Draft, string>>

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The errors that block saving, by field. The server checks again. */
export function listMissing(
  { username, givenName, familyName, emailTo }: Draft,
  { hasUsername }: { hasUsername: boolean },
): Missing {
  return {
    ...(hasUsername && !address.test(username.trim()) && { username: 'Enter an email address as the username.' }),
    ...(givenName.trim() === '' && { givenName: 'Enter the first name.' }),
    ...(familyName.trim() === '' && { familyName: 'Enter the surname.' }),
    ...(emailTo.trim() !== '' &&
      !address.test(emailTo.trim()) && { emailTo: 'Enter a complete email address, or leave it empty.' }),
  }
}

export function toNewUser(draft: Draft): NewUser {
  return { ...toUserChange(draft), username: draft.username.trim() }
}

export function toUserChange(draft: Draft): UserChange {
  const { userType, roleId, givenName, familyName, emailTo, territoryIds, receivesSystemMessages } = draft
  return {
    userType,
    roleId: roleId === '' || userType === 'device' || userType === 'scan' ? null : roleId,
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    emailTo: emailTo.trim() === '' ? null : emailTo.trim(),
    territoryIds,
    receivesSystemMessages,
  }
}

export function draftOf(user: UserDetails): Draft {
  const { userType, username, givenName, familyName, territoryIds, receivesSystemMessages } = user
  const texts = { roleId: user.roleId ?? '', emailTo: user.emailTo ?? '' }
  return { userType, username, givenName, familyName, territoryIds, receivesSystemMessages, ...texts }
}
