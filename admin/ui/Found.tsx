import { Box, Skeleton, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from './Problem.tsx'

type Asked<Answer> = Pick<
  UseQueryResult<Answer, Error>,
  'data' | 'error' | 'isPlaceholderData' | 'isFetching' | 'refetch'
>

type Props<Answer> = {
  asked: Asked<Answer>
  height?: number
  children: (answer: Answer) => ReactNode
}

/**
 * What the server found. Rows of an earlier answer are dimmed until the new one arrives, so that they are never taken for
 * it, and a question that failed can be asked again.
 */
export function Found<Answer>({ asked, height = 300, children }: Props<Answer>) {
  const { data, error, isPlaceholderData, isFetching, refetch } = asked
  const isOld = data !== undefined && (isPlaceholderData || error !== null)
  return (
    <>
      {error && <Problem fault={error} retry={{ isRunning: isFetching, run: () => void refetch() }} />}
      {data === undefined && !error && <Skeleton height={height} />}
      {data !== undefined && (
        <Box className="found" aria-busy={isOld}>
          {isOld && isFetching && (
            <Text aria-live="polite" className="found-progress" size="sm">
              Searching …
            </Text>
          )}
          <Stack className={isOld ? 'found-earlier' : undefined}>{children(data)}</Stack>
        </Box>
      )}
    </>
  )
}
