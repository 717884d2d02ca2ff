/** One line of `doctor`. */
export type Finding = {
  /** `look`: Fieldkey works, but email or sign-ins suffer. */
  verdict: 'ok' | 'look' | 'fail'
  text: string
  publish?: { name: string; text: string } | null
}
