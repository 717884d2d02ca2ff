import { createHash } from 'node:crypto'
import { formsToLookUp, LEAKED_BYTES, SHARD_CHARACTERS } from '../../../shared/strength/leaked-hash.ts'

export type LeakedList = { has(normalised: string): boolean; shard(prefix: string): string[] | undefined }

const shardName = new RegExp(`^[0-9a-f]{${SHARD_CHARACTERS}}$`)

/** The first position whose entry is not below the key. Keys may be shorter than entries. */
function findPlace(list: Buffer, key: Buffer): number {
  let low = 0
  let high = list.length / LEAKED_BYTES
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = middle * LEAKED_BYTES
    if (list.compare(key, 0, key.length, start, start + LEAKED_BYTES) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export function createLeakedList(list: Buffer): LeakedList {
  const entry = (place: number) => list.subarray(place * LEAKED_BYTES, (place + 1) * LEAKED_BYTES)
  const hasForm = (form: string) => {
    const key = createHash('sha256').update(form).digest().subarray(0, LEAKED_BYTES)
    return entry(findPlace(list, key)).equals(key)
  }
  const shard = (prefix: string) => {
    if (!shardName.test(prefix)) return undefined
    const rests: string[] = []
    for (let place = findPlace(list, Buffer.from(`${prefix}0`, 'hex')); ; place++) {
      const hash = entry(place).toString('hex')
      if (!hash.startsWith(prefix)) return rests
      rests.push(hash.slice(SHARD_CHARACTERS))
    }
  }
  return { has: normalised => formsToLookUp(normalised).some(hasForm), shard }
}
