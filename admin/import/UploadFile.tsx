import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type ImportKind, importLimits } from '../../shared/contract/import-lists.ts'
import type { Added } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { pathOf } from './import-queries.ts'

const megabytes = importLimits.bytes / 1_000_000
const hint = `CSV, up to ${megabytes} MB and ${importLimits.rows.toLocaleString('en-GB')} rows. In Excel: Save as, CSV UTF-8.`

/** The file goes up as it is, and the server reads it whole or says why it cannot. */
export function UploadFile({ kind }: { kind: ImportKind }) {
  const [file, setFile] = useState<File>()
  const [isSent, setIsSent] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const uploading = useMutation({
    mutationFn: (chosen: File) =>
      ask<Added>(`${pathOf(kind)}?fileName=${encodeURIComponent(chosen.name.slice(0, 200))}`, { file: chosen }),
    onSuccess: async ({ id: importId }) => {
      await queries.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/import/$kind/$importId', params: { kind, importId }, search: {} })
    },
  })
  const why = whyNot(file)
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (file && !why) uploading.mutate(file)
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <TextInput
          type="file"
          label="File"
          description={hint}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          error={isSent ? why : undefined}
          onChange={event => {
            setFile(event.currentTarget.files?.[0])
            uploading.reset()
          }}
        />
        {uploading.error && !hasToConfirm(uploading.error) && <Problem fault={uploading.error} />}
        <Group>
          <Button type="submit" loading={uploading.isPending}>
            Upload
          </Button>
        </Group>
        <ConfirmYourself
          isOpen={hasToConfirm(uploading.error)}
          onConfirmed={() => send()}
          onCancel={() => uploading.reset()}
        />
      </Stack>
    </form>
  )
}

function whyNot(file: File | undefined): string | undefined {
  if (!file) return 'Choose a file first.'
  if (file.size > importLimits.bytes) return `This file is bigger than ${megabytes} MB. Divide it into several.`
  return undefined
}
