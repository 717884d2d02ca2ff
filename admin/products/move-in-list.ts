/** The list with the element at `from` moved to the place `to`. */
export function moveInList<Element>(list: readonly Element[], from: number, to: number): Element[] {
  const moved = list.slice(from, from + 1)
  return list.toSpliced(from, 1).toSpliced(to, 0, ...moved)
}
