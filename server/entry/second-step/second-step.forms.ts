import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** A code of an authenticator app or a recovery code, with the spaces and dashes that people type. */
const code = text().max(200)

/** The answer of a passkey as JSON. */
const passkey = text().max(20_000).optional()

export const stepQuery = z.object({ step: z.enum(['second']).optional().catch(undefined) })

/** What the page of the second step sends. */
export const secondStepFields = {
  code: code.optional(),
  /** The sealed secret of an authenticator app that is being added. */
  pending: text().max(1000).optional(),
  trust: z.enum(['yes']).optional().catch(undefined),
  passkey,
}

export const addGeneratorForm = z.object({ code: code.default(''), pending: text().max(1000) })
export const addPasskeyForm = z.object({ passkey: text().max(20_000), name: text().max(100).default('') })
export const removePasskeyForm = z.object({ id: z.uuid() })
