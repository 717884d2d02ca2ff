const side = 512
const quality = 0.85
const mostBytes = 20_000_000

export type Shrunk = { kind: 'shrunk'; base64: string } | { kind: 'refused'; text: string }

/** Makes a small square JPEG from any picture that the browser can read. The upload is small and holds no location. */
export async function shrinkPicture(file: File): Promise<Shrunk> {
  if (file.size > mostBytes) return { kind: 'refused', text: 'This file is over 20 MB. Choose a smaller one.' }
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap)
    return { kind: 'refused', text: "This file isn't a picture that Fieldkey can read. Choose a PNG or a JPEG." }
  const canvas = document.createElement('canvas')
  drawSquare(canvas, bitmap, side)
  return { kind: 'shrunk', base64: canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '' }
}

/** Draws the middle of the picture, on white where it is transparent. */
export function drawSquare(canvas: HTMLCanvasElement, bitmap: ImageBitmap, size: number): void {
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) return
  const cut = Math.min(bitmap.width, bitmap.height)
  context.fillStyle = 'white'
  context.fillRect(0, 0, size, size)
  context.drawImage(bitmap, (bitmap.width - cut) / 2, (bitmap.height - cut) / 2, cut, cut, 0, 0, size, size)
}
