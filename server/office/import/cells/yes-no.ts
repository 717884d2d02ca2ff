/** Yes and no in English, German, French, Italian, Spanish, Portuguese, Dutch, Polish and the Scandinavian languages. */
const yes =
  /^(y|yes|true|t|1|x|on|with|ja|j|wahr|oui|o|vrai|s[iíì]|s|vero|verdadero|verdadeiro|sim|waar|tak|prawda|sand|sant|да)$/i
const no =
  /^(n|no|false|f|0|off|without|nein|falsch|non|faux|nee|falso|não|onwaar|nie|fałsz|nej|falsk|falskt|usann|нет)$/i

/** Undefined for another word. */
export function readYesNo(text: string): boolean | undefined {
  return yes.test(text) ? true : no.test(text) ? false : undefined
}
