import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { MailPage } from './mail/MailPage.tsx'
import { RolesPage } from './roles/RolesPage.tsx'
import { SubscriptionPage } from './subscription/SubscriptionPage.tsx'
import { NoSuchPage } from './ui/NoSuchPage.tsx'
import { Shell } from './ui/Shell.tsx'
import { NewUserPage } from './users/NewUserPage.tsx'
import { UserPage } from './users/UserPage.tsx'
import { UsersPage } from './users/UsersPage.tsx'
import { readUserSearch } from './users/user-search.ts'

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage })

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/users', search: {} })
  },
})

const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: readUserSearch,
  component: UsersPage,
})

const newUserRoute = createRoute({ getParentRoute: () => rootRoute, path: '/users/new', component: NewUserPage })

const userRoute = createRoute({ getParentRoute: () => rootRoute, path: '/users/$userId', component: UserPage })

const subscriptionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/subscription',
  component: SubscriptionPage,
})

const mailRoute = createRoute({ getParentRoute: () => rootRoute, path: '/mail', component: MailPage })

const rolesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/roles', component: RolesPage })

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    usersRoute,
    newUserRoute,
    userRoute,
    subscriptionRoute,
    mailRoute,
    rolesRoute,
  ]),
  basepath: '/admin',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
