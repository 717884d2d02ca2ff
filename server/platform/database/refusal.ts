/** The database cannot be used as it is; the message says why and what to do, for an operator to read. */
export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal'
}
