const steps = ['Upload', 'Columns', 'Check', 'Import', 'Result'] as const
export type Step = (typeof steps)[number]

/** Where an import stands, and what comes. */
export function Steps({ now }: { now: Step }) {
  return (
    <ol className="steps" aria-label="Steps">
      {steps.map(step => (
        <li key={step} {...(step === now && { 'aria-current': 'step' })}>
          {step}
        </li>
      ))}
    </ol>
  )
}
