import { Group } from '@mantine/core'
import type { Accent, Accents } from '../../shared/colour/accents.ts'

/** Surface, words, line, and the five colours of strength, as browser/style/tokens.css has them. */
const schemes = {
  light: {
    name: 'Light',
    surface: '#ffffff',
    ink: '#16211d',
    line: '#cfd8d4',
    strengths: ['#b3261e', '#b35600', '#7a6a00', '#2f7a3d', '#0b6b50'],
  },
  dark: {
    name: 'Dark',
    surface: '#18211e',
    ink: '#e8efec',
    line: '#33413c',
    strengths: ['#ff8a80', '#ffb066', '#e3d04f', '#7ed08b', '#4cc9a0'],
  },
} as const

/** How button, link and banner will look in both schemes; the strengths of a password keep their colours. */
export function AccentPreview({ accents }: { accents: Accents }) {
  return (
    <Group role="group" aria-label="Preview" align="stretch">
      <Scheme look={schemes.light} accent={accents.light} />
      <Scheme look={schemes.dark} accent={accents.dark} />
    </Group>
  )
}

function Scheme({ look, accent }: { look: (typeof schemes)['light' | 'dark']; accent: Accent }) {
  const { name, surface, ink, line, strengths } = look
  return (
    <div className="preview" style={{ background: surface, color: ink, borderColor: line }}>
      <strong>{name}</strong>
      <span className="preview-button" style={{ background: accent.accent, color: accent.onAccent }}>
        Save New Password
      </span>
      <span style={{ color: accent.accent, textDecoration: 'underline' }}>Reset password</span>
      <span className="preview-banner" style={{ background: accent.soft }}>
        Password saved
      </span>
      <span className="preview-bars" aria-hidden="true">
        {strengths.map(strength => (
          <span key={strength} style={{ background: strength }} />
        ))}
      </span>
      <span style={{ color: strengths[4] }}>Excellent</span>
    </div>
  )
}
