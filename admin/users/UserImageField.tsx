import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { drawSquare, shrinkPicture } from './shrink-picture.ts'
import { UserFace } from './UserFace.tsx'

type Props = {
  /** The present image, if the user has one. */
  current: { userId: string; image: string } | undefined
  /** A new image as base64, null to remove it, undefined to keep it. */
  chosen: string | null | undefined
  onChoose: (chosen: string | null) => void
}

/** Shows the chosen image immediately. Like the rest of the form, it changes nothing before Save. */
export function UserImageField({ current, chosen, onChoose }: Props) {
  const [fault, setFault] = useState<string>()
  const choose = async (file: File | null) => {
    if (!file) return
    const shrunk = await shrinkPicture(file)
    setFault(shrunk.kind === 'refused' ? shrunk.text : undefined)
    if (shrunk.kind === 'shrunk') onChoose(shrunk.base64)
  }
  const isThere = chosen !== null && (chosen !== undefined || current !== undefined)
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        Image
      </Text>
      <Group gap="sm">
        {typeof chosen === 'string' && <Preview base64={chosen} />}
        {chosen === undefined && current && <UserFace {...current} size={48} />}
        <FileButton onChange={file => void choose(file)} accept="image/png,image/jpeg,image/webp">
          {props => (
            <Button variant="default" {...props}>
              {isThere ? 'Change image' : 'Choose an image'}
            </Button>
          )}
        </FileButton>
        {isThere && (
          <Button variant="default" onClick={() => onChoose(null)}>
            Remove image
          </Button>
        )}
      </Group>
      {fault && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {fault}
        </Text>
      )}
    </Stack>
  )
}

/** A canvas, because the site's policy allows images from its own server only. */
function Preview({ base64 }: { base64: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    void createImageBitmap(new Blob([bytes])).then(bitmap => {
      if (canvas.current) drawSquare(canvas.current, bitmap, 96)
    })
  }, [base64])
  return <canvas ref={canvas} className="face" width={96} height={96} role="img" aria-label="The chosen image" />
}
