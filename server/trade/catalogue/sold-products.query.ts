import { type RawBuilder, sql } from 'kysely'

/**
 * Which products a retailer may buy. The rep's app, the website and the check of an order all ask here, so that none
 * shows what another one refuses. `alias` is the name of the table in the statement.
 */
export const isSold = (alias: string): RawBuilder<boolean> => sql`${sql.raw(alias)}.is_active`
