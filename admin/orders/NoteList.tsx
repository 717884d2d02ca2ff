import { Anchor, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { NotePage } from '../../shared/contract/orders.ts'
import { momentWords } from '../ui/moments.ts'

type Props = { rows: NotePage['rows']; namesRetailer: boolean }

/** Notes of reps, each with its author and time. */
export function NoteList({ rows, namesRetailer }: Props) {
  return (
    <Stack component="ul" aria-label="Notes" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
      {rows.map(({ id, retailer, by, capturedAt, text }) => (
        <Paper key={id} component="li" withBorder p="md">
          {namesRetailer && (
            <Anchor
              underline="always"
              renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId: retailer.id }} />}
            >
              {retailer.name}
            </Anchor>
          )}
          <Text className="breaks" style={{ whiteSpace: 'pre-line' }}>
            {text}
          </Text>
          <Text size="sm" c="dimmed">
            {by.name}, {momentWords(capturedAt)}
          </Text>
        </Paper>
      ))}
    </Stack>
  )
}
