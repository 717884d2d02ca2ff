export type Tone = 'good' | 'quiet' | 'warning' | 'danger'

/** A state in a word, with a dot that the eye finds first and that means nothing alone (WCAG 1.4.1). */
export function State({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className="state" data-tone={tone}>
      {word}
    </span>
  )
}
