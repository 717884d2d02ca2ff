import { pictureLimits } from '../../../shared/contract/picture-lists.ts'

export type PictureName = { code: string; place: number }

/**
 * What a file may be a picture of, best first: `TEA-12.jpg` is the first picture of TEA-12, and `TEA-12_2.png` its second.
 * A code may itself end like that, so the complete name comes first. Empty if the file is not named like a picture.
 */
export function readPictureName(fileName: string): PictureName[] {
  const [, stem = ''] = /^(.+)\.(?:png|jpe?g)$/i.exec(fileName.normalize('NFC').trim()) ?? []
  if (stem === '') return []
  const [, code = '', digits = ''] = /^(.+)_(\d{1,2})$/.exec(stem) ?? []
  const place = Number(digits)
  const isNumbered = place >= 1 && place <= pictureLimits.mostPlace
  return [{ code: stem, place: 1 }, ...(isNumbered ? [{ code, place }] : [])]
}
