import type { Db } from '../database/tables.ts'
import type { Secrets } from '../settings/secrets.ts'
import { nameFinding, readAcknowledged } from './acknowledgements.ts'
import { type SealedRow, sealWith } from './seal-of.ts'
import {
  type ChainLink,
  countUnsealed,
  findHead,
  findSeal,
  listChain,
  listUnaccounted,
  listVanished,
  type Seal,
} from './seals.store.ts'

const isNear = (one: bigint, other: bigint) => one > other - latestMicroseconds && one < other + latestMicroseconds

/** A row as it was found, with its seal: bytes as hexadecimal digits. */
const stateOf = (link: ChainLink) => JSON.stringify({ ...link, seal: link.seal.toString('hex') })

/** What is wrong with the audit, and where. */
export type Finding =
  /** Places of the chain without a seal. */
  | { kind: 'missing'; place: number; upTo: number }
  | { kind: 'removed' | 'changed' | 'backdated' | 'unknown-key'; place: number; eventId: string }
  /** Neither sealed nor waiting for it. */
  | { kind: 'unaccounted'; eventId: string; at: Date }
  /** Gone before it was sealed. */
  | { kind: 'vanished'; eventId: string; at: Date }
  /** The chain does not hold what it once held. */
  | { kind: 'anchor-lost'; place: number }

export type Verdict = {
  sealed: number
  waiting: number
  head: Seal | undefined
  findings: Finding[]
  /** How many more findings an administrator has acknowledged. */
  acknowledged: number
  /** What an acknowledgement calls the findings, in their order. */
  names: string[]
}

/** Verification starts after `since` and trusts the rows before it. Each of `anchors` must be in the chain. */
export type VerifyOrder = { since?: Seal; anchors?: readonly Seal[]; signal?: AbortSignal | undefined }

const pageSize = 5000
const mostFindings = 100
/** Server clocks differ, and a transaction may wait, but no row is an hour late. */
const latestMicroseconds = 3_600_000_000n

type Walk = Pick<Verdict, 'sealed' | 'findings' | 'acknowledged' | 'names'> & {
  last: Seal | undefined
  newest: bigint
  isAcknowledged: ReadonlySet<string>
}

/** A lost anchor belongs to one command, so no acknowledgement covers it. */
function addFinding(walk: Walk, finding: Finding, state = ''): void {
  const name = nameFinding(finding, state)
  if (finding.kind !== 'anchor-lost' && walk.isAcknowledged.has(name)) {
    walk.acknowledged += 1
    return
  }
  walk.findings.push(finding)
  if (finding.kind !== 'anchor-lost') walk.names.push(name)
}

/**
 * Reads the complete chain and lists the rows that were changed, removed, inserted or moved, in order. A chain that was cut
 * at its end looks complete: only an anchor that is kept outside the database shows the cut.
 */
export function createVerifyAudit({ db, secrets }: { db: Db; secrets: Secrets }) {
  return async function verifyAudit({ since, anchors = [], signal }: VerifyOrder = {}): Promise<Verdict> {
    const head = await findHead(db)
    const isAcknowledged = await readAcknowledged(db, secrets)
    const walk: Walk = { last: since, newest: 0n, sealed: 0, findings: [], acknowledged: 0, names: [], isAcknowledged }
    for (const anchor of since ? [since, ...anchors] : anchors) await findAnchor(anchor, walk)
    for (let after = since?.place ?? 0; ; after = walk.last?.place ?? after) {
      signal?.throwIfAborted()
      const links = await listChain(db, { after, upTo: head?.place ?? 0, most: pageSize })
      for (const link of links) checkLink(link, walk)
      if (links.length < pageSize || walk.findings.length >= mostFindings) break
    }
    for (const stray of await listUnaccounted(db, mostFindings)) addFinding(walk, { kind: 'unaccounted', ...stray })
    for (const stray of await listVanished(db, mostFindings)) addFinding(walk, { kind: 'vanished', ...stray })
    const { sealed, findings, acknowledged, names } = walk
    return { sealed, waiting: await countUnsealed(db), head, findings, acknowledged, names }
  }

  async function findAnchor(anchor: Seal, walk: Walk): Promise<void> {
    const found = await findSeal(db, anchor.place)
    if (found?.equals(anchor.seal) !== true) addFinding(walk, { kind: 'anchor-lost', place: anchor.place })
  }

  function checkLink(link: ChainLink, walk: Walk): void {
    const place = Number(link.place)
    const expected = (walk.last?.place ?? 0) + 1
    if (place > expected) addFinding(walk, { kind: 'missing', place: expected, upTo: place - 1 })
    const fault = faultOf(link, place === expected ? walk.last?.seal : undefined, walk)
    if (fault) addFinding(walk, { kind: fault, place, eventId: link.eventId }, stateOf(link))
    walk.last = { place, seal: link.seal }
    walk.sealed += 1
  }

  /** The seal before a gap is gone. So for the first row after it, only a missing seal of its own can be reported. */
  function faultOf(link: ChainLink, before: Buffer | undefined, walk: Walk) {
    const place = Number(link.place)
    if (link.id === null) return 'removed'
    const row = link as SealedRow
    const isBehindGap = before === undefined && place > 1
    const seal = isBehindGap
      ? link.seal
      : sealWith(secrets, link.keyId, { place, before, row, sealedAtMs: link.sealedAtMs })
    if (seal === undefined) return 'unknown-key'
    if (!seal.equals(link.seal)) return 'changed'
    const at = BigInt(row.atMicroseconds)
    const isLate = at < walk.newest - latestMicroseconds
    // The clock was set back, and the row is untouched: its seal names the time of sealing.
    const isOfItsTime = link.sealedAtMs !== null && isNear(at, BigInt(link.sealedAtMs) * 1000n)
    if (isLate && !isOfItsTime) return 'backdated'
    if (at > walk.newest || isLate) walk.newest = at
    return undefined
  }
}

export type VerifyAudit = ReturnType<typeof createVerifyAudit>
