import type { PictureSize } from '../../shared/contract/picture-lists.ts'

type Props = { hash: string | null; size: PictureSize; alt: string; className: string }

/** A product without a picture has an empty frame, so that names stay in line. */
export function ProductPicture({ hash, size, alt, className }: Props) {
  if (hash === null) return <span className={`${className} no-picture`} aria-hidden="true" />
  return <img className={className} src={`/api/pictures/${hash}/${size}`} alt={alt} loading="lazy" />
}
