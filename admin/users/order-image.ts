import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'

/** Saves the image that was chosen, or takes the old one away; nothing where it stays. */
export async function orderImage(userId: string, chosen: string | null | undefined): Promise<void> {
  if (chosen === undefined) return
  if (chosen === null) await ask<Done>(`/users/${userId}/image/remove`, { order: {} })
  else await ask<Done>(`/users/${userId}/image`, { order: { image: chosen } })
}
