import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { BaseLogger } from 'pino'

type WatchedServer = {
  /** The connection that owns the server. It ends when the server does. */
  first: Client
  log: Pick<BaseLogger, 'warn' | 'error'>
  /** Restarts the server and returns the connection that owns it. */
  reopen: (signal: AbortSignal) => Promise<Client>
}

const firstDelayMs = 200
const longestDelayMs = 30_000

/** Restarts the server whenever it has ended, with growing pauses. */
export function watchServer({ first, log, reopen }: WatchedServer): { stop(): Promise<Client> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let client = first
  let bringing = Promise.resolve()

  const bringBack = async () => {
    for (let delayMs = firstDelayMs; !signal.aborted; delayMs = Math.min(delayMs * 2, longestDelayMs)) {
      try {
        watch(await reopen(signal))
        log.warn('PostgreSQL runs again')
        return
      } catch (fault) {
        if (signal.aborted) return
        log.error({ err: fault }, 'PostgreSQL could not be started again yet')
        await wait(delayMs, undefined, { signal }).catch(() => {})
      }
    }
  }
  const watch = (owner: Client) => {
    client = owner
    client.on('error', () => {})
    client.once('end', () => {
      if (signal.aborted) return
      log.warn('PostgreSQL has ended and is started again')
      bringing = bringBack()
    })
  }
  watch(first)
  return {
    stop: async () => {
      stopping.abort()
      await bringing
      return client
    },
  }
}
