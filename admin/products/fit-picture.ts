import { pictureSides } from '../../shared/contract/picture-lists.ts'

/** Larger files are made smaller before they are sent: a phone's photo takes seconds instead of a minute. */
const mostBytes = 1_500_000
const longestSide = 2 * pictureSides.large
const quality = 0.9

export type FittedPicture = { file: Blob; name: string }

/**
 * A PNG or JPEG of moderate size, made in the browser where necessary. A file that the browser can't read is sent as it is:
 * the server says why it isn't a picture.
 */
export async function fitPicture(file: File): Promise<FittedPicture> {
  const isAccepted = file.type === 'image/png' || file.type === 'image/jpeg'
  if (isAccepted && file.size <= mostBytes) return { file, name: file.name }
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  const made = bitmap && (await toJpeg(bitmap))
  bitmap?.close()
  if (!made) return { file: new Blob([file], { type: isAccepted ? file.type : 'image/png' }), name: file.name }
  return { file: made, name: file.name.replace(/\.\w+$/, '.jpg') }
}

/** On white where it is transparent, because a JPEG has no transparent parts. */
function toJpeg(bitmap: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
}
