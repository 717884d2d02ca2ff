import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'

/** Saves or removes the image. Does nothing if the image is unchanged. */
export async function orderImage(userId: string, chosen: string | null | undefined): Promise<void> {
  if (chosen === undefined) return
  if (chosen === null) await ask<Done>(`/users/${userId}/image/remove`, { order: {} })
  else await ask<Done>(`/users/${userId}/image`, { order: { image: chosen } })
}
