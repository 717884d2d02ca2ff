import { Button, Group, Stack, Text } from '@mantine/core'
import type { ProductDetails } from '../../shared/contract/products.ts'
import { useBothRefs } from '../ui/use-both-refs.ts'
import { useDraggable, useDropPlace } from '../ui/use-drag.ts'
import { ProductPicture } from './ProductPicture.tsx'

type Props = {
  picture: ProductDetails['pictures'][number]
  place: number
  count: number
  label: string
  mayWrite: boolean
  onMove: (from: number, to: number) => void
  onDescribe: () => void
  onRemove: () => void
}

type Dragged = { pictureAt: number }
const isPicture = (data: Record<string, unknown>): data is Dragged => typeof data.pictureAt === 'number'

/** One picture. It moves by dragging and by its buttons. */
export function PictureCard({ picture, place, count, label, mayWrite, onMove, onDescribe, onRemove }: Props) {
  const drag = useDraggable(mayWrite && count > 1 ? { pictureAt: place } : undefined)
  const drop = useDropPlace<Dragged>({
    accepts: isPicture,
    onDrop: ({ pictureAt }) => {
      if (pictureAt !== place) onMove(pictureAt, place)
    },
  })
  const button = (text: string, onClick: () => void, isPossible = true) => (
    <Button variant="default" size="xs" aria-label={`${text}: ${label}`} disabled={!isPossible} onClick={onClick}>
      {text}
    </Button>
  )
  return (
    <li
      ref={useBothRefs(drag.ref, drop.ref)}
      data-dragged={drag.isDragged || undefined}
      data-over={drop.isOver || undefined}
    >
      <Stack gap="xs">
        <ProductPicture hash={picture.hash} size="medium" alt={picture.alt || label} className="picture" />
        <Text size="sm" {...(picture.alt === '' && { c: 'dimmed' })}>
          {picture.alt || 'No text yet'}
        </Text>
        {mayWrite && (
          <Group gap="xs">
            {button('Earlier', () => onMove(place, place - 1), place > 0)}
            {button('Later', () => onMove(place, place + 1), place < count - 1)}
            {button('Edit text', onDescribe)}
            {button('Remove', onRemove)}
          </Group>
        )}
      </Stack>
    </li>
  )
}
