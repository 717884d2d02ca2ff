const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Thai', 'Georgian'].map(
  name => new RegExp(`\\p{Script=${name}}`, 'u'),
)

/**
 * The part of a name that mixes two alphabets: two names that look alike must not be two accounts. The part before the
 * @ and each label of the domain are checked separately: `иван@example.com` is an ordinary address.
 */
export function findMixedScripts(key: string): string | undefined {
  const at = key.lastIndexOf('@')
  const parts = at === -1 ? [key] : [key.slice(0, at), ...key.slice(at + 1).split('.')]
  return parts.find(part => scripts.filter(script => script.test(part)).length > 1)
}
