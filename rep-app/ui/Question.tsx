import { type ReactNode, useEffect, useRef } from 'react'

/** A question that must be answered first. A modal dialog is in view wherever the rep has scrolled. */
export function Question({ label, onClose, children }: { label: string; onClose(): void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-label={label} className="question" onCancel={onClose}>
      {children}
    </dialog>
  )
}
