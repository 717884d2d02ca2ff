import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  fileLimits,
  type ImportKind,
  mostTitleRows,
  type SingleByteEncoding,
  singleByteEncodings,
} from '../../shared/contract/import-lists.ts'
import type { Added } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { pathOf } from './import-queries.ts'
import { count } from './import-texts.ts'

const megabytes = (kind: ImportKind) => fileLimits(kind).bytes / 1_000_000
const hint = (kind: ImportKind) =>
  `CSV, up to ${megabytes(kind)} MB and ${count(fileLimits(kind).rows)} rows. In Excel: Save as, CSV UTF-8.`

/** Uploads the file unchanged. The server reads it completely or says why it can't. */
export function UploadFile({ kind }: { kind: ImportKind }) {
  const [file, setFile] = useState<File>()
  const [encoding, setEncoding] = useState('')
  const [headerRow, setHeaderRow] = useState('')
  const [isSent, setIsSent] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const uploading = useCommand({
    mutationFn: (chosen: File) =>
      ask<Added>(`${pathOf(kind)}?${searchOf(chosen, { encoding, headerRow })}`, { file: chosen }),
    onSuccess: async ({ id: importId }) => {
      await queries.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/import/$kind/$importId', params: { kind, importId }, search: {} })
    },
  })
  const why = whyNot(file, kind)
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
          description={hint(kind)}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          error={isSent ? why : undefined}
          onChange={event => {
            setFile(event.currentTarget.files?.[0])
            uploading.reset()
          }}
        />
        <NativeSelect
          label="Letters"
          description="Choose another kind if accents or other letters look wrong in the next step."
          data={[
            { value: '', label: 'Detect automatically' },
            ...singleByteEncodings.map(value => ({ value, label: encodingLabels[value] })),
          ]}
          value={encoding}
          onChange={event => setEncoding(event.currentTarget.value)}
        />
        <NativeSelect
          label="Row that names the columns"
          data={[
            { value: '', label: 'Detect automatically' },
            ...Array.from({ length: mostTitleRows }, (_, row) => ({ value: `${row + 1}`, label: `Row ${row + 1}` })),
          ]}
          value={headerRow}
          onChange={event => setHeaderRow(event.currentTarget.value)}
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

const encodingLabels: Record<SingleByteEncoding, string> = {
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  macintosh: 'Western European, from an old Mac',
}

function searchOf({ name }: File, choices: { encoding: string; headerRow: string }): URLSearchParams {
  const chosen = Object.entries(choices).filter(([, value]) => value !== '')
  return new URLSearchParams([['fileName', name.slice(0, 200)], ...chosen])
}

function whyNot(file: File | undefined, kind: ImportKind): string | undefined {
  if (!file) return 'Choose a file first.'
  if (file.size > fileLimits(kind).bytes)
    return `This file is bigger than ${megabytes(kind)} MB. Split it into several files.`
  return undefined
}
