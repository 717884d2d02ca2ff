/** A trie of words in flat arrays. A walk ends at the first letter that continues no word. */

export type Trie = {
  codes: Uint16Array
  firstChild: Int32Array
  nextSibling: Int32Array
  /** The cost of the word that ends here, or NaN if no word does. */
  costs: Float32Array
  /** The root has many children: this index finds the node for a code directly. */
  fromRoot: Int32Array | undefined
}

const NONE = 0
const LARGE = 10_000
export const ROOT = 0

/** The node after this letter, or 0 if no word continues with it. */
export function stepInto(trie: Trie, node: number, code: number): number {
  if (node === ROOT && trie.fromRoot) return trie.fromRoot[code] as number
  let child = trie.firstChild[node] as number
  while (child !== NONE && trie.codes[child] !== code) child = trie.nextSibling[child] as number
  return child
}

export function createTrie(words: ReadonlyMap<string, number>): Trie {
  let most = 1
  for (const word of words.keys()) most += word.length
  const trie: Trie = {
    codes: new Uint16Array(most),
    firstChild: new Int32Array(most),
    nextSibling: new Int32Array(most),
    costs: new Float32Array(most).fill(Number.NaN),
    fromRoot: most > LARGE ? new Int32Array(0x10000) : undefined,
  }
  let size = 1
  const add = (parent: number, code: number) => {
    trie.codes[size] = code
    trie.nextSibling[size] = trie.firstChild[parent] as number
    trie.firstChild[parent] = size
    if (parent === ROOT && trie.fromRoot) trie.fromRoot[code] = size
    return size++
  }
  for (const [word, cost] of words) {
    let node = ROOT
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      node = stepInto(trie, node, code) || add(node, code)
    }
    trie.costs[node] = cost
  }
  return shrink(trie, size)
}

export function isEmpty(trie: Trie): boolean {
  return trie.codes.length <= 1
}

function shrink(trie: Trie, size: number): Trie {
  return {
    codes: trie.codes.slice(0, size),
    firstChild: trie.firstChild.slice(0, size),
    nextSibling: trie.nextSibling.slice(0, size),
    costs: trie.costs.slice(0, size),
    fromRoot: trie.fromRoot,
  }
}
