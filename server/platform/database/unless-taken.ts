import { DatabaseError } from 'pg'

/** The unique constraints of the schema, by name. */
export type Unique =
  | 'accounts_username_key_key'
  | 'notes_pkey'
  | 'visits_pkey'
  | 'orders_pkey'
  | 'price_lists_name'
  | 'retailers_account_number_key'
  | 'roles_name_key'
  | 'territories_name_key'

/**
 * Runs a transaction, and returns the refusal if a concurrent one took the same name. A prior check cannot see
 * uncommitted rows.
 */
export async function unlessTaken<Done, Refusal>(
  unique: Unique,
  refusal: Refusal,
  run: () => Promise<Done>,
): Promise<Done | Refusal> {
  try {
    return await run()
  } catch (fault) {
    if (isTaken(fault, unique)) return refusal
    throw fault
  }
}

export function isTaken(fault: unknown, unique: Unique): boolean {
  return fault instanceof DatabaseError && fault.code === '23505' && fault.constraint === unique
}
