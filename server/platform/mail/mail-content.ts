export type MailBlock =
  | { kind: 'paragraph'; text: string }
  /** The only link of a mail: alone on its line in the text, a button in the HTML. */
  | { kind: 'link'; label: string; address: string }
  /** The label and the digits are side by side, so mail programs offer to fill in the code. */
  | { kind: 'code'; label: string; digits: string }
  /** Small and muted. */
  | { kind: 'note'; text: string }

/** No image and no tracker: a mail shows the organisation's name and colour, but not its logo. */
export type Organisation = { name: string; contactLine: string; colour?: string | null }

export type MailContent = { organisation: Organisation; heading: string; blocks: readonly MailBlock[] }
