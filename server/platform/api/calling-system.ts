import type { ModuleName, Rights } from '../../../shared/contract/rights.ts'

/** Another system, signed in by its token. */
export type CallingSystem = { tokenId: string; name: string; rights: Rights }

export type FindCallingSystem = (authorization: string | undefined) => Promise<CallingSystem | undefined>

/** The right of a route for other systems. */
export type SystemRight = { service: ModuleName; access: 'read' | 'write' }
