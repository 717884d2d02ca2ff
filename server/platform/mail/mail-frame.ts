import type { MailBlock, MailContent } from './mail-content.ts'
import { renderHtmlPart } from './mail-frame.html.ts'
import { plainLine } from './plain-line.ts'

/**
 * Renders both parts of a mail from one source. Rejects more than one link or code, because readers could not tell the
 * second from a trap.
 */
export function renderMail(content: MailContent): { text: string; html: string } {
  for (const kind of ['link', 'code'] as const) {
    if (content.blocks.filter(block => block.kind === kind).length > 1)
      throw new Error(`A mail has one ${kind} at most`)
  }
  const cleaned = clean(content)
  return { text: renderTextPart(cleaned), html: renderHtmlPart(cleaned) }
}

/** The parts of a mail that must never appear in a log. */
export function secretsOf(blocks: readonly MailBlock[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'code') return [block.digits]
    if (block.kind === 'link') return [block.address, block.address.slice(block.address.lastIndexOf('/') + 1)]
    return []
  })
}

function renderTextPart({ organisation, heading, blocks }: MailContent): string {
  const paragraphs = [organisation.name, heading, ...blocks.map(toText), organisation.contactLine]
  return `${paragraphs.join('\n\n')}\n`
}

function toText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text
    case 'link':
      return `${block.label}:\n${block.address}`
    case 'code':
      return `${block.label}: ${block.digits}`
  }
}

/** Names and contact lines were typed by people. In a mail each is one line of visible text. */
function clean({ organisation, heading, blocks }: MailContent): MailContent {
  return {
    organisation: {
      name: plainLine(organisation.name),
      contactLine: plainLine(organisation.contactLine),
      colour: organisation.colour ?? null,
    },
    heading: plainLine(heading),
    blocks: blocks.map(cleanBlock),
  }
}

function cleanBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: plainLine(block.text) }
    case 'link':
      return { ...block, label: plainLine(block.label) }
    case 'code':
      return { ...block, label: plainLine(block.label) }
  }
}
