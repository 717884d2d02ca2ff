import type { ReactNode } from 'react'

type Props = { title: string; note?: ReactNode; id?: string; children: ReactNode }

/** A group of rows under a heading, like the settings of a phone. */
export function Inset({ title, note, id, children }: Props) {
  return (
    <section aria-label={title} className="group" id={id}>
      <h2 className="group-title">{title}</h2>
      <div className="inset">{children}</div>
      {note !== undefined && <p className="group-note">{note}</p>}
    </section>
  )
}

/** A label and its value. */
export function Fact({ label, children, isAlarming }: { label: string; children: ReactNode; isAlarming?: boolean }) {
  return (
    <div className="inset-row fact">
      <span>{label}</span>
      <span className="fact-value" data-alarming={isAlarming}>
        {children}
      </span>
    </div>
  )
}
