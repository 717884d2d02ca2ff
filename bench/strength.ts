/** `npm run bench strength`: how often the meter is wrong, how long it takes and how much a browser loads for it. */

import { PASSWORD_CLASSES } from './strength/password-classes.ts'
import { printBytes } from './strength/print-bytes.ts'
import { printClasses } from './strength/print-classes.ts'
import { printLeaked } from './strength/print-leaked.ts'
import { printTimes } from './strength/print-times.ts'
import { loadShipped, teachApart } from './strength/rules-compared.ts'

export async function benchStrength(): Promise<void> {
  const shipped = await loadShipped()
  const apart = teachApart()
  printLeaked({ shipped, apart })
  printClasses(PASSWORD_CLASSES, { shipped, apart })
  printTimes(shipped)
  printBytes(shipped)
}

if (import.meta.main) await benchStrength()
