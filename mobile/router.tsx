import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { SignedInScreen } from './sign-in/SignedInScreen.tsx'
import { SyncStatusScreen } from './sync/SyncStatusScreen.tsx'

const toSyncStatus = () => {
  throw redirect({ to: '/sync' })
}

const rootRoute = createRootRoute({ notFoundComponent: SyncStatusScreen })
const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', beforeLoad: toSyncStatus })
const signedInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/signed-in', component: SignedInScreen })
const syncRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sync', component: SyncStatusScreen })

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, signedInRoute, syncRoute]),
  basepath: '/app',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
