import type { Db } from '../database/tables.ts'
import type { Secrets } from '../secrets.ts'
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

export type Verdict = { sealed: number; waiting: number; head: Seal | undefined; findings: Finding[] }

/** `since` begins there and takes for granted what is before; each of `anchors` must stand in the chain. */
export type VerifyOrder = { since?: Seal; anchors?: readonly Seal[] }

const pageSize = 5000
const mostFindings = 100
/** Clocks of servers differ, and a transaction may wait; nothing of ours is an hour late. */
const latestMicroseconds = 3_600_000_000n

type Walk = { last: Seal | undefined; newest: bigint; sealed: number; findings: Finding[] }

/**
 * Reads the whole chain and names what was changed, removed, put in or moved, the first first. A chain that was cut at its
 * end looks whole: only an anchor, kept where the database does not reach, tells.
 */
export function createVerifyAudit({ db, secrets }: { db: Db; secrets: Secrets }) {
  return async function verifyAudit({ since, anchors = [] }: VerifyOrder = {}): Promise<Verdict> {
    const head = await findHead(db)
    const walk: Walk = { last: since, newest: 0n, sealed: 0, findings: [] }
    for (const anchor of since ? [since, ...anchors] : anchors) await findAnchor(anchor, walk)
    for (let after = since?.place ?? 0; ; after = walk.last?.place ?? after) {
      const links = await listChain(db, { after, upTo: head?.place ?? 0, most: pageSize })
      for (const link of links) checkLink(link, walk)
      if (links.length < pageSize || walk.findings.length >= mostFindings) break
    }
    for (const stray of await listUnaccounted(db, mostFindings)) walk.findings.push({ kind: 'unaccounted', ...stray })
    for (const stray of await listVanished(db, mostFindings)) walk.findings.push({ kind: 'vanished', ...stray })
    return { sealed: walk.sealed, waiting: await countUnsealed(db), head, findings: walk.findings }
  }

  async function findAnchor(anchor: Seal, { findings }: Walk): Promise<void> {
    const found = await findSeal(db, anchor.place)
    if (found?.equals(anchor.seal) !== true) findings.push({ kind: 'anchor-lost', place: anchor.place })
  }

  function checkLink(link: ChainLink, walk: Walk): void {
    const place = Number(link.place)
    const expected = (walk.last?.place ?? 0) + 1
    if (place > expected) walk.findings.push({ kind: 'missing', place: expected, upTo: place - 1 })
    const fault = faultOf(link, place === expected ? walk.last?.seal : undefined, walk)
    if (fault) walk.findings.push({ kind: fault, place, eventId: link.eventId })
    walk.last = { place, seal: link.seal }
    walk.sealed += 1
  }

  /** Behind a gap the seal before is gone, so nothing can be said of the first row there but that its own is missing. */
  function faultOf(link: ChainLink, before: Buffer | undefined, walk: Walk) {
    const place = Number(link.place)
    if (link.id === null) return 'removed'
    const row = link as SealedRow
    const isBehindGap = before === undefined && place > 1
    const seal = isBehindGap ? link.seal : sealWith(secrets, link.keyId, { place, before, row })
    if (seal === undefined) return 'unknown-key'
    if (!seal.equals(link.seal)) return 'changed'
    const at = BigInt(row.atMicroseconds)
    if (at < walk.newest - latestMicroseconds) return 'backdated'
    if (at > walk.newest) walk.newest = at
    return undefined
  }
}

export type VerifyAudit = ReturnType<typeof createVerifyAudit>
