import { always, choose, type Statement } from './statement.ts'

export type PicturesFacts = {
  isOn: boolean
  /** A write failed because the disk is full, and pictures weren't cleared since. */
  isFull: boolean
  /** Captured items of this user that the server hasn't answered. */
  waiting: number
  count: number
}

const countWords = (count: number) => (count === 1 ? '1 picture is' : `${count === 0 ? 'No' : count} pictures are`)

export const picturesStatements: readonly Statement<PicturesFacts, string>[] = [
  {
    words: 'Off. 12 pictures are on this device.',
    because: 'The switch is off, so no picture is read or downloaded. The device counts those that it has.',
    when: ({ isOn }) => !isOn,
    say: ({ count }) => `Off. ${countWords(count)} on this device.`,
  },
  {
    words: "This device's storage is full, so no more pictures are kept. Clear them to make room for orders.",
    because: 'The browser refused to keep a picture with QuotaExceededError, and pictures were not cleared since.',
    when: ({ isFull }) => isFull,
    say: () => "This device's storage is full, so no more pictures are kept. Clear them to make room for orders.",
  },
  {
    words: 'Unsent items go first. 12 pictures are on this device.',
    because: 'Captured items wait on the disk, and no picture is downloaded until the server has answered them.',
    when: ({ waiting }) => waiting > 0,
    say: ({ count }) => `Unsent items go first. ${countWords(count)} on this device.`,
  },
  {
    words: '12 pictures are on this device.',
    because: 'The device counts the pictures that it has.',
    when: always,
    say: ({ count }) => `${countWords(count)} on this device.`,
  },
]

export const picturesWords = (facts: PicturesFacts): string => choose(picturesStatements, facts)
