/** One line of `doctor`. */
export type Finding = {
  /** `look`: mail or sign-ins work without it, and worse. */
  verdict: 'ok' | 'look' | 'fail'
  text: string
  publish?: { name: string; text: string } | null
}
