import { Anchor, Button, FileButton, Stack, Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { State } from '../ui/State.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { UploadProgress } from './UploadProgress.tsx'
import type { QueuedFile } from './upload-queue.ts'
import { useUploads } from './use-uploads.ts'

/** Many pictures at a time, each for the product that its file is named after. */
export function PicturesPage() {
  const uploads = useUploads(name => `/pictures?fileName=${encodeURIComponent(name)}`)
  const unsaved = useUnsaved(uploads.left > 0)
  return (
    <Stack maw={720}>
      <Anchor component={Link} to="/products" underline="always">
        Back to all products
      </Anchor>
      <Title order={1}>Upload pictures</Title>
      <Text>
        Name each file after the product code: <b>TEA-12.jpg</b> is the first picture of TEA-12, <b>TEA-12_2.jpg</b> its
        second. A picture that is already there is replaced.
      </Text>
      <div>
        <FileButton multiple accept="image/png,image/jpeg,image/webp" onChange={files => uploads.queue.add(files)}>
          {props => <Button {...props}>Choose pictures</Button>}
        </FileButton>
      </div>
      <UploadProgress uploads={uploads} />
      {uploads.files.length > 0 && <FileTable files={uploads.files} />}
      <LeaveDialog unsaved={unsaved} />
    </Stack>
  )
}

/** A browser that draws thousands of rows stops answering. Refused files come first, because something is to do there. */
const mostShown = 200

const tones = { waiting: 'quiet', sending: 'warning', done: 'good', refused: 'danger' } as const
const words = { waiting: 'Waiting', sending: 'Sending', done: 'Done', refused: 'Refused' } as const
const ranks = { refused: 0, sending: 1, waiting: 2, done: 3 } as const

function FileTable({ files }: { files: readonly QueuedFile<File>[] }) {
  const sorted = files.toSorted((one, other) => ranks[one.state] - ranks[other.state])
  return (
    <>
      <Table aria-label="Files" className="halves">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th>Answer</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.slice(0, mostShown).map(({ id, item, state, text }) => (
            <Table.Tr key={id}>
              <Table.Td>{item.name}</Table.Td>
              <Table.Td>
                <State tone={tones[state]} word={words[state]} />
                {text && <Text size="sm">{text}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {files.length > mostShown && <Text c="dimmed">And {files.length - mostShown} more files.</Text>}
    </>
  )
}
