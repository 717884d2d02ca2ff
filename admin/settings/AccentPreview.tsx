import { Group } from '@mantine/core'
import type { Accent, Accents } from '../../shared/colour/accents.ts'
import { type Scheme, tokens } from '../../shared/colour/tokens.ts'

/** Shows a button, a link and a banner in both schemes. The strengths of a password keep their colours. */
export function AccentPreview({ accents }: { accents: Accents }) {
  return (
    <Group role="group" aria-label="Preview" align="stretch">
      <SchemePreview scheme="light" accent={accents.light} />
      <SchemePreview scheme="dark" accent={accents.dark} />
    </Group>
  )
}

function SchemePreview({ scheme, accent }: { scheme: Scheme; accent: Accent }) {
  const { surface, ink, line, strength0, strength1, strength2, strength3, strength4 } = tokens[scheme]
  const strengths = [strength0, strength1, strength2, strength3, strength4]
  return (
    <div className="preview" style={{ background: surface, color: ink, borderColor: line }}>
      <strong>{scheme === 'light' ? 'Light' : 'Dark'}</strong>
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
      <span style={{ color: strength4 }}>Excellent</span>
    </div>
  )
}
