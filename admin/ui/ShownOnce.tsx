import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

type Props = { title: string; text: string; secret: string; onClose: () => void }

/** A secret that the server shows once. It leaves the page with the button. */
export function ShownOnce({ title, text, secret, onClose }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setIsCopied(true)
  }
  return (
    <Alert variant="outline" title={title}>
      <Stack gap="sm">
        <Text>{text}</Text>
        <Code block className="breaks">
          {secret}
        </Code>
        <Group>
          <Button onClick={copy}>Copy</Button>
          <Button variant="default" onClick={onClose}>
            I have copied it
          </Button>
          <Text role="status">{isCopied && 'Copied.'}</Text>
        </Group>
      </Stack>
    </Alert>
  )
}
