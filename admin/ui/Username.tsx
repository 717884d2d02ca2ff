import { Fragment } from 'react'

/** A long address breaks before its @ or a dot rather than anywhere. */
export function Username({ text }: { text: string }) {
  return text.split(/(?=[@.])/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
