import type { NewUser } from '../../shared/contract/users.ts'

/** The form as it stands: every field a text, as a person typed it. */
export type Draft = {
  userType: NewUser['userType']
  roleId: string
  username: string
  givenName: string
  familyName: string
  emailTo: string
}

export const emptyDraft: Draft = {
  userType: 'device',
  roleId: '',
  username: '',
  givenName: '',
  familyName: '',
  emailTo: '',
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What stands in the way of saving, field by field. The server has the last word. */
export function listMissing({ username, givenName, familyName, emailTo }: Draft): Partial<Record<keyof Draft, string>> {
  return {
    ...(!address.test(username.trim()) && { username: 'Enter an e-mail address as the username.' }),
    ...(givenName.trim() === '' && { givenName: 'Enter the first name.' }),
    ...(familyName.trim() === '' && { familyName: 'Enter the surname.' }),
    ...(emailTo.trim() !== '' &&
      !address.test(emailTo.trim()) && { emailTo: 'Enter a whole e-mail address, or none.' }),
  }
}

export function toNewUser({ userType, roleId, username, givenName, familyName, emailTo }: Draft): NewUser {
  return {
    userType,
    roleId: roleId === '' || userType === 'device' || userType === 'scan' ? null : roleId,
    username: username.trim(),
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    emailTo: emailTo.trim() === '' ? null : emailTo.trim(),
  }
}
