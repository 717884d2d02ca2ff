import { Table, Text, TextInput } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import type { TargetPage } from '../../shared/contract/targets.ts'
import type { TargetDraft } from './use-target-draft.ts'

type Props = { page: TargetPage; months: readonly string[]; draft: TargetDraft; mayWrite: boolean }

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
export const monthWords = (month: string) => monthFormat.format(new Date(`${month}-01T00:00:00Z`))

/** A row for each rep, a column for each month. The sales of a month are below its target. */
export function TargetTable({ page, months, draft, mayWrite }: Props) {
  return (
    <Table stickyHeader stickyHeaderOffset={56} className="targets" aria-label={`Targets in ${page.currency}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="rep">Rep</Table.Th>
          {months.map(month => (
            <Table.Th key={month}>{monthWords(month)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {page.reps.map(rep => (
          <Table.Tr key={rep.id}>
            <Table.Th scope="row">{rep.fullName || rep.username}</Table.Th>
            {months.map(month => (
              <Table.Td key={month}>
                <TargetField rep={rep} month={month} draft={draft} mayWrite={mayWrite} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type FieldProps = { rep: TargetPage['reps'][number]; month: string; draft: TargetDraft; mayWrite: boolean }

function TargetField({ rep, month, draft, mayWrite }: FieldProps) {
  const cell = { repId: rep.id, month }
  const sold = rep.months.find(one => one.month === month)?.soldCents
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    // One value is pasted as anywhere else.
    if (!/[\t\n\r]./.test(text)) return
    event.preventDefault()
    draft.paste(cell, text)
  }
  return (
    <>
      <TextInput
        size="xs"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${rep.fullName || rep.username}, ${monthWords(month)}`}
        disabled={!mayWrite}
        value={draft.textOf(cell)}
        error={draft.faultOf(cell)}
        onChange={event => draft.type(cell, event.currentTarget.value)}
        onPaste={onPaste}
      />
      {sold !== undefined && (
        <Text size="xs" c="dimmed">
          sold {Math.round(sold / 100).toLocaleString('en-GB')}
        </Text>
      )}
    </>
  )
}
