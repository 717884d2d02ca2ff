import { Transformer } from '@napi-rs/image'
import { readPictureSize } from './picture-size.ts'

export type ImageMade = { kind: 'made'; webp: Buffer } | { kind: 'image-too-large' } | { kind: 'no-image' }

const mostImageBytes = 1_000_000
const mostPixels = 16_000_000
const side = 256
const quality = 80

/**
 * Makes a small image of what was uploaded (ASVS 5.2.2, 5.2.6): nothing of the file itself is kept, neither what a camera
 * wrote into it nor what somebody hid there. Its size is read before anything is decoded, so that a small file cannot
 * unfold to gigabytes.
 */
export async function makeUserImage(bytes: Buffer): Promise<ImageMade> {
  if (bytes.length > mostImageBytes) return { kind: 'image-too-large' }
  const size = readPictureSize(bytes)
  if (!size || size.width === 0 || size.height === 0) return { kind: 'no-image' }
  if (size.width * size.height > mostPixels) return { kind: 'image-too-large' }
  try {
    const webp = await new Transformer(bytes).rotate().resize({ width: side, height: side }).webp(quality)
    return { kind: 'made', webp }
  } catch {
    // It begins like a picture and is none: whoever sent it is told so, and nothing else happens.
    return { kind: 'no-image' }
  }
}
