import { createStore, type Store } from '../device/store.ts'

/** `keeping`: a write runs. `not-kept`: the last write failed, so the disk lacks a change. */
export type KeptState = 'empty' | 'keeping' | 'kept' | 'not-kept' | 'saved'
export type Saved = { kind: 'saved'; id: string } | { kind: 'signed-out' } | { kind: 'not-saved'; cause: unknown }

/** An order, quote or note that is being written. All its writes go through here, one after another. */
export type Form<Content> = {
  id: string
  state: Store<KeptState>
  /** Writes this content as a draft without delay. Without content, the draft is deleted. */
  keep(content: Content | undefined): void
  /** The state when all writes of now have ended. */
  settled(): Promise<KeptState>
  /** Saves the item for sending. After a success, the form writes nothing more. */
  save(content: Content): Promise<Saved>
}

/** Runs work one after another for each id, so that an early write can't end after a late one. */
export type InTurn = <Answer>(id: string, work: () => Promise<Answer>) => Promise<Answer>

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (id, work) => {
    const before = last.get(id)
    // The first one begins without delay: React must not draw before.
    const mine = before ? before.then(work) : work()
    const settled: Promise<unknown> = mine
      .catch(() => undefined)
      .then(() => last.get(id) === settled && last.delete(id))
    last.set(id, settled)
    return mine
  }
}

type Needs<Content> = {
  id: string
  inTurn: InTurn
  isKept: boolean
  writeDraft(content: Content): Promise<unknown>
  eraseDraft(): Promise<unknown>
  writeFinal(content: Content): Promise<Saved>
}

export function createForm<Content>(needs: Needs<Content>): Form<Content> {
  const { id, inTurn, writeDraft, eraseDraft, writeFinal } = needs
  const state = createStore<KeptState>(needs.isKept ? 'kept' : 'empty')
  /** The newest content without a write. A write that starts takes it, so typing fast makes few writes. */
  let next: { content: Content | undefined } | undefined
  /** The newest content since a save began. Only a failed save writes it. */
  let typedOn: { content: Content | undefined } | undefined
  let isSaving = false
  const isSaved = () => state.get() === 'saved'

  async function writeNext(): Promise<void> {
    if (!next) return
    const { content } = next
    next = undefined
    const written = content === undefined ? eraseDraft() : writeDraft(content)
    const after = await written.then(
      () => (content === undefined ? 'empty' : 'kept'),
      () => 'not-kept' as const,
    )
    if (!next && !isSaving && !isSaved()) state.set(after)
  }

  const keep = (content: Content | undefined): void => {
    if (isSaved()) return
    if (isSaving) {
      typedOn = { content }
      return
    }
    const isAsked = next !== undefined
    next = { content }
    state.set('keeping')
    if (!isAsked) void inTurn(id, writeNext)
  }

  const save = async (content: Content): Promise<Saved> => {
    if (isSaved()) return inTurn(id, () => writeFinal(content))
    isSaving = true
    // An older write may end meanwhile, and must not be taken for the last change.
    state.set('keeping')
    next = undefined
    typedOn = undefined
    const saved = await inTurn(id, () => writeFinal(content))
    isSaving = false
    if (saved.kind === 'saved') state.set('saved')
    keep((typedOn ?? { content }).content)
    return saved
  }

  const settled = (): Promise<KeptState> =>
    new Promise(resolve => {
      const look = () => {
        if (state.get() === 'keeping') return
        stop()
        resolve(state.get())
      }
      const stop = state.subscribe(look)
      look()
    })

  return { id, state, keep, settled, save }
}
