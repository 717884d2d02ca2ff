/** The database cannot be used. The message tells the operator why and what to do. */
export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal'
}
