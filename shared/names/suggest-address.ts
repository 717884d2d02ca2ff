/** Typing mistakes in the last part of a domain. None of them is a top-level domain. */
const endings: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  vom: 'com',
  xom: 'com',
  cpm: 'com',
  coom: 'com',
  cim: 'com',
  nte: 'net',
  ner: 'net',
  nett: 'net',
  ogr: 'org',
  rog: 'org',
  orgg: 'org',
  dee: 'de',
  ukk: 'uk',
  couk: 'co.uk',
}

/** Common mailbox providers, and how their names are mistyped. All of these are ordinary domains otherwise. */
const providers: Record<string, string> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'gmail.om': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmail.co': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outloo.com': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'iclod.com': 'icloud.com',
}

/**
 * Suggests the address that was probably meant, for a question and never for a refusal. Returns nothing if there is
 * nothing to ask.
 */
export function suggestAddress(typed: string): string | undefined {
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  if (at < 1) return undefined
  const domain = text.slice(at + 1).toLowerCase()
  const dot = domain.lastIndexOf('.')
  if (dot < 1) return undefined
  const ending = endings[domain.slice(dot + 1)]
  const meant = ending === undefined ? providers[domain] : `${domain.slice(0, dot)}.${ending}`
  return meant === undefined ? undefined : `${text.slice(0, at)}@${meant}`
}
