import { Button, Group, Image, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { toBase64 } from './settings-words.ts'

type Props = { logo: Settings['logo']; mayWrite: boolean }
type Command = { path: '/settings/logo' | '/settings/logo/remove'; image?: File }

/** The logo appears before the name at the top of pages. Emails have none, because they load nothing. */
export function LogoPart({ logo, mayWrite }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const changing = useCommand({
    mutationFn: async ({ path, image }: Command) =>
      ask<Done>(path, { order: image ? { image: toBase64(await image.bytes()) } : {} }),
    onSettled: () =>
      Promise.all(['settings', 'administrator'].map(queryKey => queries.invalidateQueries({ queryKey: [queryKey] }))),
  })
  const choose = (files: FileList | null) => {
    const [image] = files ?? []
    if (image) changing.mutate({ path: '/settings/logo', image })
    // The same file can be chosen again after it was fixed.
    if (input.current) input.current.value = ''
  }
  return (
    <Stack component="section" aria-label="Logo" gap="xs" maw={560}>
      <Title order={2}>Logo</Title>
      <Text c="dimmed">
        A PNG or JPEG with 16 to 1024 pixels a side and at most 96 kB. It appears at the top of each page, on white
        where the screen is dark. Emails have the colour and no image, so they load nothing.
      </Text>
      {logo ? (
        <Group>
          <Image className="logo-shown" src={logo.src} alt="The current logo" w="auto" h={48} fit="contain" />
        </Group>
      ) : (
        <Text>No logo. Pages show Fieldkey’s mark.</Text>
      )}
      {changing.error && !hasToConfirm(changing.error) && <Problem fault={changing.error} />}
      {mayWrite && (
        <Group>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg"
            hidden
            aria-label="Logo file"
            onChange={event => choose(event.currentTarget.files)}
          />
          <Button variant="default" loading={changing.isPending} onClick={() => input.current?.click()}>
            {logo ? 'Choose another logo' : 'Choose a logo'}
          </Button>
          {logo && (
            <Button variant="default" onClick={() => changing.mutate({ path: '/settings/logo/remove' })}>
              Remove the logo
            </Button>
          )}
        </Group>
      )}
      <Text role="status">{changing.data?.text}</Text>
      <ConfirmYourself
        isOpen={hasToConfirm(changing.error)}
        onConfirmed={() => changing.variables && changing.mutate(changing.variables)}
        onCancel={() => changing.reset()}
      />
    </Stack>
  )
}
