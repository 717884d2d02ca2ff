/** The data changed between planning and writing: the transaction rolls back and the import is planned again. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}
