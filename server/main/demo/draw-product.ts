import type { Shape } from './range/family.ts'

/** The body of each product in its colour (`body`), with a label and a cap. All fit into 120 by 120. */
const drawings: Record<Shape, string> = {
  bottle: `<rect class="cap" x="53" y="12" width="14" height="12" rx="3"/><path class="body" d="M54 24h12v14c0 8 12 10 12 24v38a8 8 0 0 1-8 8H50a8 8 0 0 1-8-8V62c0-14 12-16 12-24z"/><rect class="label" x="42" y="66" width="36" height="22"/>`,
  can: `<rect class="body" x="38" y="26" width="44" height="78" rx="8"/><ellipse class="cap" cx="60" cy="28" rx="20" ry="6"/><rect class="label" x="38" y="52" width="44" height="26"/>`,
  carton: `<path class="cap" d="M40 34l8-18h24l8 18z"/><rect class="body" x="40" y="34" width="40" height="72" rx="3"/><rect class="label" x="46" y="54" width="28" height="30" rx="3"/>`,
  jar: `<rect class="cap" x="42" y="24" width="36" height="14" rx="4"/><rect class="body" x="36" y="38" width="48" height="66" rx="12"/><rect class="label" x="36" y="58" width="48" height="26"/>`,
  bag: `<path class="body" d="M36 22h48l4 14-3 66a6 6 0 0 1-6 6H41a6 6 0 0 1-6-6l-3-66z"/><path class="cap" d="M36 22h48l4 14H32z"/><rect class="label" x="42" y="56" width="36" height="28" rx="6"/>`,
  box: `<rect class="body" x="30" y="28" width="60" height="76" rx="4"/><rect class="cap" x="30" y="28" width="60" height="12" rx="4"/><rect class="label" x="38" y="54" width="44" height="28" rx="4"/>`,
  tub: `<rect class="cap" x="30" y="38" width="60" height="12" rx="5"/><path class="body" d="M34 50h52l-6 48a8 8 0 0 1-8 7H48a8 8 0 0 1-8-7z"/><ellipse class="label" cx="60" cy="74" rx="18" ry="13"/>`,
  loaf: `<path class="body" d="M18 66c0-24 20-32 42-32s42 8 42 32c0 6-4 9-8 9v17a6 6 0 0 1-6 6H32a6 6 0 0 1-6-6V75c-4 0-8-3-8-9z"/><path class="mark" d="M42 44l8 14M58 42l8 14M74 44l8 14"/>`,
  bun: `<path class="body" d="M20 66c0-20 18-30 40-30s40 10 40 30z"/><rect class="label" x="18" y="68" width="84" height="9" rx="4"/><path class="body" d="M22 80h76c0 12-8 18-18 18H40c-10 0-18-6-18-18z"/><path class="mark" d="M46 50l4 2M62 46l4 2M76 54l4 2"/>`,
  wheel: `<path class="body" d="M16 58a44 22 0 0 1 88 0v22a44 22 0 0 1-88 0z"/><ellipse class="cap" cx="60" cy="58" rx="44" ry="22"/><path class="label" d="M60 58l34-14a44 22 0 0 1 10 14z"/>`,
  roll: `<rect class="body" x="34" y="24" width="52" height="80" rx="8"/><ellipse class="cap" cx="60" cy="28" rx="26" ry="10"/><ellipse class="label" cx="60" cy="28" rx="9" ry="4"/><path class="mark" d="M34 80h52"/>`,
  spray: `<path class="cap" d="M48 14h30v8l8 6h-8v8H54v-8h-6z"/><path class="body" d="M54 36h18v10c8 4 12 10 12 20v34a8 8 0 0 1-8 8H50a8 8 0 0 1-8-8V66c0-10 4-16 12-20z"/><rect class="label" x="46" y="70" width="34" height="22" rx="4"/>`,
}

const fills = (hue: number) => ({
  body: `hsl(${hue} 52% 48%)`,
  cap: `hsl(${hue} 40% 32%)`,
  label: `hsl(${hue} 60% 94%)`,
})

/** A drawing of a product: no text, so it looks the same with any fonts. */
export function productSvg(shape: Shape, hue: number): string {
  const { body, cap, label } = fills(hue)
  const drawn = drawings[shape]
    .replaceAll('class="body"', `fill="${body}"`)
    .replaceAll('class="cap"', `fill="${cap}"`)
    .replaceAll('class="label"', `fill="${label}"`)
    .replaceAll('class="mark"', `fill="none" stroke="${label}" stroke-width="4" stroke-linecap="round"`)
  const ground = `<rect width="120" height="120" fill="hsl(${hue} 30% 96%)"/><ellipse cx="60" cy="109" rx="36" ry="4" fill="hsl(${hue} 20% 82%)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">${ground}${drawn}</svg>`
}
