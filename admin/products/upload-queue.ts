/** What became of a file. `later` keeps it waiting: the connection or the server isn't there for it now. */
export type Sent =
  | { kind: 'done'; text: string }
  | { kind: 'refused'; text: string }
  | { kind: 'later'; because: Pause }

/** Why nothing is being sent although files wait. */
export type Pause = 'offline' | 'busy' | 'confirm' | 'cancelled'

export type QueuedFile<Item> = {
  id: number
  item: Item
  state: 'waiting' | 'sending' | 'done' | 'refused'
  text: string
}

export type QueueState<Item> = { files: readonly QueuedFile<Item>[]; pause: Pause | undefined }

/** One is decoded at the server while the next one is on its way. */
const concurrent = 2

/** Sends files one after the other. A file that can't be sent now waits, and is sent again after `resume`. */
export function createUploadQueue<Item>(send: (item: Item) => Promise<Sent>) {
  let state: QueueState<Item> = { files: [], pause: undefined }
  const listeners = new Set<() => void>()
  let lastId = 0

  const set = (next: Partial<QueueState<Item>>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const update = (id: number, change: Partial<QueuedFile<Item>>) =>
    set({ files: state.files.map(file => (file.id === id ? { ...file, ...change } : file)) })

  function start(): void {
    if (state.pause !== undefined) return
    const free = concurrent - state.files.filter(file => file.state === 'sending').length
    for (const file of state.files.filter(one => one.state === 'waiting').slice(0, Math.max(0, free))) void run(file)
  }

  async function run({ id, item }: QueuedFile<Item>): Promise<void> {
    update(id, { state: 'sending' })
    const sent = await send(item)
    if (sent.kind === 'later') {
      update(id, { state: 'waiting' })
      // Cancelled meanwhile: the administrator's decision stays.
      if (state.pause === undefined) set({ pause: sent.because })
      return
    }
    update(id, { state: sent.kind, text: sent.text })
    start()
  }

  return {
    read: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add: (items: readonly Item[]) => {
      const added = items.map(item => ({ id: ++lastId, item, state: 'waiting' as const, text: '' }))
      set({ files: [...state.files, ...added] })
      start()
    },
    resume: () => {
      set({ pause: undefined })
      start()
    },
    /** Files that are on their way arrive; the others wait. */
    cancel: () => set({ pause: 'cancelled' }),
    clear: () => set({ files: state.files.filter(file => file.state === 'sending'), pause: undefined }),
  }
}
