const undecomposed: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' }

/** Small letters without accents, so that "presse" finds "Pressé". */
export function foldText(text: string): string {
  const small = text.toLowerCase()
  // Most names are plain, and 50,000 of them are folded at the first search.
  if (!/[^ -~]/.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđı]/g, letter => undecomposed[letter] ?? letter)
}
