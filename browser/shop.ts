import { attachAddInPlace } from './add-in-place.ts'
import { guardSubmits } from './submit-guard.ts'

attachAddInPlace()
guardSubmits()

/** On a small screen the categories would push the products out of sight. Without scripts they are open. */
for (const tree of document.querySelectorAll<HTMLDetailsElement>('[data-tree]'))
  tree.open = matchMedia('(min-width: 52rem)').matches
