/** The purpose under which the secret of an account's authenticator app is sealed. */
export const codeGeneratorPurpose = 'code generators'
