import { Alert, Button, FileButton, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ProductDetails } from '../../shared/contract/products.ts'
import { pictureText } from '../../shared/contract/products.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { EditRecord } from '../ui/EditRecord.tsx'
import { Problem } from '../ui/Problem.tsx'
import { moveInList } from './move-in-list.ts'
import { PictureCard } from './PictureCard.tsx'
import { UploadProgress } from './UploadProgress.tsx'
import { useUploads } from './use-uploads.ts'

type Picture = ProductDetails['pictures'][number]
type Props = { product: ProductDetails; mayWrite: boolean }

/** The pictures of a product in their order. Lists show the first one. */
export function ProductPictures({ product: { id, name, pictures }, mayWrite }: Props) {
  const path = `/products/${id}/pictures`
  const uploads = useUploads(() => path)
  const [described, setDescribed] = useState<Picture>()
  const refresh = useRefresh('product', 'products')
  const changing = useCommand({
    mutationFn: ({ to, order }: { to: string; order: object }) => ask<Done>(`${path}${to}`, { order }),
    onSettled: refresh,
  })
  const ids = pictures.map(picture => picture.id)
  const move = (from: number, to: number) =>
    changing.mutate({ to: '/order', order: { ids: moveInList(ids, from, to) } })
  return (
    <Stack>
      <Title order={2}>Pictures</Title>
      {pictures.length === 0 && <Text>{mayWrite ? 'No pictures yet. Add a PNG or JPEG.' : 'No pictures yet.'}</Text>}
      <div role="status">{changing.data && <Alert variant="outline">{changing.data.text}</Alert>}</div>
      {changing.error && <Problem fault={changing.error} />}
      <ul className="pictures" aria-label="Pictures">
        {pictures.map((picture, place) => (
          <PictureCard
            key={picture.id}
            picture={picture}
            place={place}
            count={pictures.length}
            label={`Picture ${place + 1} of ${name}`}
            mayWrite={mayWrite}
            onMove={move}
            onDescribe={() => setDescribed(picture)}
            onRemove={() => changing.mutate({ to: `/${picture.id}/remove`, order: {} })}
          />
        ))}
      </ul>
      {mayWrite && (
        <div>
          <FileButton multiple accept="image/png,image/jpeg,image/webp" onChange={files => uploads.queue.add(files)}>
            {props => (
              <Button variant="default" {...props}>
                Add pictures
              </Button>
            )}
          </FileButton>
        </div>
      )}
      <UploadProgress uploads={uploads} />
      {uploads.files.map(
        file =>
          file.state === 'refused' && (
            <Alert key={file.id} variant="outline" color="var(--mantine-color-error)" title={file.item.name}>
              {file.text}
            </Alert>
          ),
      )}
      {described && (
        <EditRecord
          title="Say what the picture shows"
          path={`${path}/${described.id}`}
          fields={[{ name: 'alt', label: 'Text', description: "For users who can't see it, and while it loads." }]}
          before={{ alt: described.alt }}
          outdated={['product']}
          shape={pictureText}
          toCommand={({ alt = '' }) => ({ alt })}
          onClose={() => setDescribed(undefined)}
        />
      )}
    </Stack>
  )
}
