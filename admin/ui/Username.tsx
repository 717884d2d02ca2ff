import { Fragment } from 'react'

/** Lets a long address break before its @ or a dot, and nowhere else. */
export function Username({ text }: { text: string }) {
  return text.split(/(?=[@.])/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
