import { useEffect, useRef } from 'react'
import { type PictureSize, pictureSides } from '../../shared/contract/picture-lists.ts'
import type { CacheRows } from '../device/rows.ts'
import { useStore } from '../device/use-store.ts'
import { isRoadFree } from '../sync/pictures.ts'
import { useApp, useSync } from './use-app.tsx'

type Props = { product: Pick<CacheRows['products'], 'pictures'>; size: PictureSize }

/**
 * The first picture of a product, or a plain square of the same size. It is drawn on a canvas, because the app's policy
 * allows no address of a picture that only the page itself has.
 */
export function ProductPicture({ product, size }: Props) {
  const { pictures } = useApp()
  const { isOn } = useStore(pictures.state)
  const isFree = isRoadFree(useSync())
  const drawn = useRef('')
  const canvas = useRef<HTMLCanvasElement>(null)
  const { hash, alt } = product.pictures?.[0] ?? {}
  useEffect(() => {
    const place = canvas.current
    if (!isOn || hash === undefined || !place || drawn.current === hash) return undefined
    let isLeft = false
    const onSeen = (entries: IntersectionObserverEntry[]) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watcher.disconnect()
      void pictures.read({ hash, size }).then(async bytes => {
        if (bytes && !isLeft && (await draw(place, bytes, size))) drawn.current = hash
      })
    }
    // Once the unsent items are sent, a picture that had to wait is read again, and those below the screen with it.
    const watcher = new IntersectionObserver(onSeen, { rootMargin: isFree ? '200px' : '0px' })
    watcher.observe(place)
    return () => {
      isLeft = true
      watcher.disconnect()
    }
  }, [pictures, isOn, hash, size, isFree])
  if (!isOn || hash === undefined) return null
  return <canvas ref={canvas} className={`picture picture-${size}`} role="img" aria-label={alt || 'Picture'} />
}

/** A picture that can't be decoded stays an empty square. None is larger than its size: a canvas takes memory for each pixel. */
async function draw(place: HTMLCanvasElement, bytes: ArrayBuffer, size: PictureSize): Promise<boolean> {
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/webp' })).catch(() => undefined)
  if (!picture) return false
  const scale = Math.min(1, pictureSides[size] / Math.max(picture.width, picture.height))
  place.width = Math.round(picture.width * scale)
  place.height = Math.round(picture.height * scale)
  place.getContext('2d')?.drawImage(picture, 0, 0, place.width, place.height)
  picture.close()
  return true
}
