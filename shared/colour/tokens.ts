import type { Colour } from './contrast.ts'

export type Scheme = 'light' | 'dark'

export const white = '#ffffff'
export const black = '#000000'

/** Every colour of Fieldkey. Account pages, emails, the admin site, the app and the manifests read them here. */
export const tokens = {
  light: {
    ground: '#f4f6f5',
    surface: '#ffffff',
    surfaceHover: '#f4f6f5',
    ink: '#16211d',
    quiet: '#56645e',
    line: '#cfd8d4',
    field: '#7b8a84',
    accent: '#0b6b50',
    accentHover: '#08553f',
    onAccent: '#ffffff',
    accentSoft: '#e3f2ec',
    danger: '#b3261e',
    dangerSoft: '#fbeceb',
    warning: '#9a5b00',
    warningSoft: '#fcf2e2',
    strength0: '#b3261e',
    strength1: '#b35600',
    strength2: '#7a6a00',
    strength3: '#2f7a3d',
    strength4: '#0b6b50',
  },
  dark: {
    ground: '#101614',
    surface: '#18211e',
    surfaceHover: '#22302b',
    ink: '#e8efec',
    quiet: '#9fb0a9',
    line: '#33413c',
    field: '#6d7d76',
    accent: '#4cc9a0',
    accentHover: '#6ad9b4',
    onAccent: '#06241b',
    accentSoft: '#16352b',
    danger: '#ff8a80',
    dangerSoft: '#341d1b',
    warning: '#ffb95c',
    warningSoft: '#33270f',
    strength0: '#ff8a80',
    strength1: '#ffb066',
    strength2: '#e3d04f',
    strength3: '#7ed08b',
    strength4: '#4cc9a0',
  },
} as const satisfies Record<Scheme, Record<string, Colour>>

/** The accent from its softest to its darkest shade, as Mantine numbers them. */
export const accentShades = [
  '#e3f2ec',
  '#c5e3d8',
  '#9fd0bf',
  '#76bda5',
  '#4cc9a0',
  '#2f9c7b',
  '#17805f',
  '#0b6b50',
  '#085440',
  '#053c2e',
] as const

/** The colours of one scheme as CSS variables: `--accent-soft`, `--strength-0`. */
export function cssVariables(scheme: Scheme): Record<string, Colour> {
  const named = Object.entries(tokens[scheme]).map(([name, colour]) => [variableOf(name), colour])
  return Object.fromEntries(named)
}

const variableOf = (name: string) => `--${name.replace(/[A-Z]|\d/g, part => `-${part.toLowerCase()}`)}`
