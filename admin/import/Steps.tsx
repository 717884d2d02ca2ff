const steps = ['Upload', 'Columns', 'Check', 'Import', 'Result'] as const
export type Step = (typeof steps)[number]

/** Shows the steps of an import and marks the current one. */
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
