type Props = { userId: string; image: string; size: number }

/** The address changes with the image, so that the browser never shows a previous one. */
export function UserFace({ userId, image, size }: Props) {
  const address = `/api/users/${userId}/image?at=${encodeURIComponent(image)}`
  return <img className="face" src={address} alt="" width={size} height={size} />
}
