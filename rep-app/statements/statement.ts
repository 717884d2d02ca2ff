/**
 * A sentence on a screen about what is sent, saved, waiting or up to date. `when` decides from facts alone. `words` and
 * `because` are its row in docs/app-statements.md.
 */
export type Statement<Facts, Said> = {
  words: string
  because: string
  when(facts: Facts): boolean
  say(facts: Facts): Said
}

/** The first statement that the facts allow. The last one of each list claims nothing. */
export function choose<Facts, Said>(statements: readonly Statement<Facts, Said>[], facts: Facts): Said {
  const found = statements.find(({ when }) => when(facts))
  if (!found) throw new Error('No statement fits these facts')
  return found.say(facts)
}

export const always = () => true
