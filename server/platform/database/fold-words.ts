/** Letters that Unicode doesn't take apart, in pairs: the letter, and what people type instead. */
const alike = new Map(
  ['øo', 'łl', 'đd', 'ħh', 'ıi', 'ßss', 'æae', 'œoe'].map(pair => [pair.slice(0, 1), pair.slice(1)]),
)

/** Lower case and without accents, so that "Gómez" is found by "gomez". The database does the same in `fold_words`. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[øłđħıßæœ]/g, letter => alike.get(letter) ?? letter)
