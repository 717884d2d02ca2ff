import { isForAdminSite } from '../../shared/contract/user-lists.ts'
import { type NewUser, newUser, type UserDetails } from '../../shared/contract/users.ts'
import { typedEmail } from '../ui/typed-email.ts'

/** Each field as typed. */
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

export const newUserShape = newUser.extend({
  username: typedEmail('Enter an email address as the username.'),
  emailTo: typedEmail('Enter a complete email address, or leave it empty.').nullable(),
})

export const userChangeShape = newUserShape.omit({ username: true })

export function toNewUser(draft: Draft) {
  return { ...toUserChange(draft), username: draft.username }
}

export function toUserChange(draft: Draft) {
  const { userType, roleId, givenName, familyName, emailTo, territoryIds, receivesSystemMessages } = draft
  return {
    userType,
    roleId: roleId !== '' && isForAdminSite(userType) ? roleId : null,
    givenName,
    familyName,
    emailTo: emailTo.trim() === '' ? null : emailTo,
    territoryIds,
    receivesSystemMessages,
  }
}

export function draftOf(user: UserDetails): Draft {
  const { userType, username, givenName, familyName, territoryIds, receivesSystemMessages } = user
  const texts = { roleId: user.roleId ?? '', emailTo: user.emailTo ?? '' }
  return { userType, username, givenName, familyName, territoryIds, receivesSystemMessages, ...texts }
}
