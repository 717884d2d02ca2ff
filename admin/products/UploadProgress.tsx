import { Alert, Button, Group, Text } from '@mantine/core'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import type { Pause } from './upload-queue.ts'
import type { Uploads } from './use-uploads.ts'

const pauseWords: Record<Exclude<Pause, 'confirm'>, string> = {
  offline: "The server isn't answering. Uploading goes on by itself when the connection returns.",
  busy: 'The server is busy with other pictures. Uploading goes on in a few seconds.',
  cancelled: 'Cancelled. Pictures that had arrived are kept.',
}

/** How far the upload is, why it waits, and the way to stop it. */
export function UploadProgress({ uploads }: { uploads: Uploads }) {
  const { files, left, pause, queue } = uploads
  if (files.length === 0) return null
  const answered = files.length - left
  const isWaiting = left > 0 && pause === 'cancelled'
  return (
    <>
      <progress className="progress" max={files.length} value={answered} aria-label="Upload of the pictures" />
      <Group justify="space-between">
        <Text role="status">
          {answered} of {files.length} answered
          {refusedWords(files.filter(({ state }) => state === 'refused').length)}
        </Text>
        <Group gap="sm">
          {left > 0 && !isWaiting && (
            <Button variant="default" onClick={queue.cancel}>
              Cancel
            </Button>
          )}
          {isWaiting && (
            <Button variant="default" onClick={queue.resume}>
              Send the other {left}
            </Button>
          )}
          {(left === 0 || isWaiting) && (
            <Button variant="default" onClick={queue.clear}>
              Clear list
            </Button>
          )}
        </Group>
      </Group>
      {pause && pause !== 'confirm' && left > 0 && <Alert variant="outline">{pauseWords[pause]}</Alert>}
      <ConfirmYourself isOpen={pause === 'confirm'} onConfirmed={queue.resume} onCancel={queue.cancel} />
    </>
  )
}

const refusedWords = (count: number) => (count === 0 ? '' : `, ${count} refused`)
