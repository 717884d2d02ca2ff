export type Tone = 'good' | 'quiet' | 'warning' | 'danger'

/** A state in a word. The dot before it catches the eye and never carries meaning alone (WCAG 1.4.1). */
export function State({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className="state" data-tone={tone}>
      {word}
    </span>
  )
}
