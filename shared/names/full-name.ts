/** A person's name as one text: many contacts and imported users have only one of the two names. */
export function fullNameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim()
}
