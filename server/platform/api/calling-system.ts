import type { ModuleName, Rights } from '../../../shared/contract/rights.ts'

/** Another system, signed in by its token. */
export type Service = { tokenId: string; name: string; rights: Rights }

export type FindService = (authorization: string | undefined) => Promise<Service | undefined>

/** The right of a route for other systems. */
export type ServiceRight = { service: ModuleName; access: 'read' | 'write' }
