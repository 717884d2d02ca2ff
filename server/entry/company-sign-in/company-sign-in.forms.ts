import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** The sign-in form of our own pages, or the one that leads to an app. No other address is ever gone back to. */
const formAddress = /^\/(?:sign-in|oidc\/interaction\/[\w-]{1,100}(?:\?app=[\w%.~-]{1,200})?)$/

export const beginQuery = z.object({
  at: text().regex(formAddress).catch('/sign-in'),
  /** The provider asks again, even if the person is signed in there. */
  fresh: z.enum(['yes']).optional().catch(undefined),
})

export const beginForm = z.object({ provider: z.uuid(), username: text().max(2_000).default('') })
export const ownLinkForm = z.object({ provider: z.uuid() })
export const returnPath = z.object({ id: z.uuid() })
