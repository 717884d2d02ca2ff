import { Stack, Text, Title } from '@mantine/core'
import { createRootRoute, createRouter } from '@tanstack/react-router'

const rootRoute = createRootRoute({ component: Home, notFoundComponent: Home })

function Home() {
  return (
    <Stack p="md">
      <Title>Fieldkey</Title>
      <Text>The app for orders, retailers and products.</Text>
    </Stack>
  )
}

export const router = createRouter({ routeTree: rootRoute, basepath: '/app' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
