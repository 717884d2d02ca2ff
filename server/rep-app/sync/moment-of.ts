import { isStorableMoment } from '../../../shared/contract/moment.ts'

/** The moment in a device's text. Null if the text is not a moment of the years 1970 to 9999. */
export function momentOf(text: string): Date | null {
  const at = new Date(text)
  return isStorableMoment(at) ? at : null
}
