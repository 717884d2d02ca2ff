import { useEffect, useState, useSyncExternalStore } from 'react'
import { ask, Refused } from '../api/ask.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { fitPicture } from './fit-picture.ts'
import { createUploadQueue, type Pause, type Sent } from './upload-queue.ts'

const retryAfterMs = 5000

/** Sends pictures in the background of a screen. After a lost connection they go on by themselves. */
export function useUploads(pathOf: (name: string) => string) {
  const [queue] = useState(() => createUploadQueue((file: File) => send(file, pathOf)))
  const state = useSyncExternalStore(queue.subscribe, queue.read)
  const { pause } = state
  useEffect(() => {
    if (pause !== 'offline' && pause !== 'busy') return
    const timer = setTimeout(queue.resume, retryAfterMs)
    window.addEventListener('online', queue.resume)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', queue.resume)
    }
  }, [pause, queue])

  const left = state.files.filter(file => file.state === 'waiting' || file.state === 'sending').length
  const refresh = useRefresh('products', 'product')
  const isFinished = state.files.length > 0 && left === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the last file has been answered
  useEffect(() => {
    if (isFinished) void refresh()
  }, [isFinished, state.files.length])
  return { ...state, left, queue }
}

export type Uploads = ReturnType<typeof useUploads>

async function send(file: File, pathOf: (name: string) => string): Promise<Sent> {
  const fitted = await fitPicture(file)
  try {
    const { text } = await ask<{ text: string }>(pathOf(fitted.name), { file: fitted.file })
    return { kind: 'done', text }
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    const because = pauseOf(fault)
    return because ? { kind: 'later', because } : { kind: 'refused', text: `${fault.title}. ${fault.message}` }
  }
}

function pauseOf({ status, kind }: Refused): Pause | undefined {
  if (kind === 'confirm-first') return 'confirm'
  if (status === 429 || status === 503) return 'busy'
  return status === 0 ? 'offline' : undefined
}
