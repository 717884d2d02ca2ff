import type { Seal } from '../../platform/audit/seals.store.ts'
import type { Finding, Verdict } from '../../platform/audit/verify-audit.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type CommandOutcome, sayJson, type Terminal, UsageError } from './terminal.ts'

type Values = { anchor: string[]; since: string | undefined; json: boolean }

/** Reports whether the audit is unchanged. Exits with 1 if it isn't, so that a timer notices. */
export async function verifyAudit(terminal: Terminal, { values }: { values: Values }): Promise<CommandOutcome> {
  const order = { anchors: values.anchor.map(readAnchor), ...(values.since && { since: readAnchor(values.since) }) }
  const verdict = await withGround(terminal, actions => actions.verifyAudit(order))
  const isUnchanged = verdict.findings.length === 0
  if (values.json) {
    const { names: _, ...shown } = verdict
    sayJson(terminal, { isUnchanged, ...shown, head: verdict.head && anchorOf(verdict.head) })
    return { exitCode: isUnchanged ? 0 : 1 }
  }
  if (!isUnchanged) throw new CommandError(badWords(verdict))
  for (const line of goodWords(verdict)) terminal.say(line)
  return {}
}

/** Records why the findings are explained. The reason becomes a row of the audit. */
export async function acknowledgeAudit(
  terminal: Terminal,
  { values }: { values: { reason: string } },
): Promise<CommandOutcome> {
  const reason = values.reason.trim()
  if (reason.length < 10 || reason.length > 500)
    throw new UsageError('Say in a sentence what happened: 10 to 500 characters.')
  const done = await withGround(terminal, actions =>
    actions.acknowledgeFindings({ reason, by: { actor: 'command-line' } }),
  )
  if (done.kind === 'nothing-found') throw new CommandError('The audit is unchanged: there is nothing to acknowledge.')
  terminal.say(`Acknowledged: ${done.findings}. The reason is in the audit, and later findings are reported again.`)
  return {}
}

const anchorOf = ({ place, seal }: Seal) => `${place}:${seal.toString('hex')}`

function readAnchor(text: string): Seal {
  const [, place, seal] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (place === undefined || seal === undefined) {
    throw new UsageError(
      `${text} isn't an anchor. Copy one from the log, such as 1200:5f3a… (a place and 64 characters).`,
    )
  }
  return { place: Number(place), seal: Buffer.from(seal, 'hex') }
}

function goodWords({ sealed, waiting, head, acknowledged }: Verdict): string[] {
  const waits = waiting === 0 ? [] : [`${waiting} not sealed yet: a worker seals them within seconds.`]
  if (!head) return ['Nothing is sealed yet.', ...waits]
  return [
    acknowledged === 0
      ? `${sealed} rows verified: none was changed, removed, inserted or moved.`
      : `${sealed} rows verified: no new findings. Acknowledged findings: ${acknowledged}.`,
    ...waits,
    'The newest seal. Keep it outside the database, and pass it with --anchor next time:',
    anchorOf(head),
  ]
}

const mostLines = 20

function badWords({ sealed, findings }: Verdict): string {
  const lines = findings.slice(0, mostLines).map(tell)
  const more = findings.length > mostLines ? [`And ${findings.length - mostLines} more.`] : []
  return ['The audit has been changed.', ...lines, ...more, `Rows checked: ${sealed}.`].join('\n')
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
      return `Place ${finding.place}: the row ${finding.eventId} doesn't match its seal: the row or the seal was changed or moved.`
    case 'backdated':
      return `Place ${finding.place}: the row ${finding.eventId} has an earlier time than the rows before it.`
    case 'unknown-key':
      return `Place ${finding.place}: the row ${finding.eventId} is sealed with a key that isn't in SECRETS_FILE.`
    case 'unaccounted':
      return `The row ${finding.eventId} from ${finding.at.toISOString()} has no seal and isn't queued for one.`
    case 'vanished':
      return `The row ${finding.eventId} from ${finding.at.toISOString()} was removed before it was sealed.`
    case 'anchor-lost':
      return `Place ${finding.place}: the anchor isn't in the chain. Rows were cut off or rewritten.`
  }
}
