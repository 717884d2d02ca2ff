import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export function NoSuchPage() {
  return (
    <Stack gap="xs">
      <Title order={1}>Page not found</Title>
      <Text>
        Check the address, or go to{' '}
        <Anchor component={Link} to="/users" underline="always">
          Users
        </Anchor>
        .
      </Text>
    </Stack>
  )
}
