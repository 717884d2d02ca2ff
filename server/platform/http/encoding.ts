export type Encoding = 'br' | 'gzip' | 'identity'

/** Returns the best encoding that the browser accepts and does not exclude with `q=0`. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map(offer => offer.trim().split(/\s*;\s*/))
  const takes = (name: string) =>
    offers.some(([offer, weight]) => offer === name && !/^q=0(?:\.0*)?$/.test(weight ?? ''))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}
