/** Something changed between the plan and the writing: nothing of it is kept, and it is planned anew. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}
