import { parseArgs } from 'node:util'
import type { Seal } from '../audit/seals.store.ts'
import type { Finding, Verdict } from '../audit/verify-audit.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

export const auditUsage = '  fieldkey audit        verify [--anchor PLACE:SEAL …] [--since PLACE:SEAL]'

/** Whether the audit is as it was written. Ends with an error where it is not, so that a timer notices. */
export async function auditCommand(terminal: Terminal, [verb, ...args]: string[]): Promise<void> {
  if (verb !== 'verify') throw new CommandError(`What about the audit?\n${auditUsage}`)
  const { values } = parseArgs({
    args,
    options: { anchor: { type: 'string', multiple: true, default: [] }, since: { type: 'string' } },
  })
  const order = { anchors: values.anchor.map(readAnchor), ...(values.since && { since: readAnchor(values.since) }) }
  const verdict = await withGround(terminal, ({ verifyAudit }) => verifyAudit(order))
  if (verdict.findings.length > 0) throw new CommandError(badWords(verdict))
  for (const line of goodWords(verdict)) terminal.say(line)
}

function readAnchor(text: string): Seal {
  const [, place, seal] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (place === undefined || seal === undefined) {
    throw new CommandError(
      `${text} is no anchor. Copy one from the log, such as 1200:5f3a… (a place and 64 characters).`,
    )
  }
  return { place: Number(place), seal: Buffer.from(seal, 'hex') }
}

function goodWords({ sealed, waiting, head }: Verdict): string[] {
  const waits = waiting === 0 ? [] : [`${waiting} not sealed yet: a worker seals them within seconds.`]
  if (!head) return ['Nothing is sealed yet.', ...waits]
  return [
    `${sealed} rows verified: none was changed, removed, put in or moved.`,
    ...waits,
    'The newest seal. Keep it where the database does not reach, and name it with --anchor the next time:',
    `${head.place}:${head.seal.toString('hex')}`,
  ]
}

const mostLines = 20

function badWords({ sealed, findings }: Verdict): string {
  const lines = findings.slice(0, mostLines).map(tell)
  const more = findings.length > mostLines ? ['There is more of it.'] : []
  return ['The audit is not as it was written.', ...lines, ...more, `Rows looked at: ${sealed}.`].join('\n')
}

function tell(finding: Finding): string {
  switch (finding.kind) {
    case 'missing':
      return finding.place === finding.upTo
        ? `Place ${finding.place}: the row and its seal were removed.`
        : `Places ${finding.place} to ${finding.upTo}: the rows and their seals were removed.`
    case 'removed':
      return `Place ${finding.place}: the row ${finding.eventId} was removed.`
    case 'changed':
      return `Place ${finding.place}: the row ${finding.eventId} does not fit its seal: it was changed or moved, or its seal was.`
    case 'backdated':
      return `Place ${finding.place}: the row ${finding.eventId} says an earlier time than rows that were there before it.`
    case 'unknown-key':
      return `Place ${finding.place}: the row ${finding.eventId} is sealed with a key that SECRETS_FILE does not hold.`
    case 'unaccounted':
      return `The row ${finding.eventId} of ${finding.at.toISOString()} has no seal and does not wait for one.`
    case 'vanished':
      return `The row ${finding.eventId} of ${finding.at.toISOString()} was removed before it was sealed.`
    case 'anchor-lost':
      return `Place ${finding.place}: the anchor is not in the chain. What came before or after it was cut off or written anew.`
  }
}
