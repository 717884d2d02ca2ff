import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './Shell.tsx'
import { NoSuchPage } from './ui/NoSuchPage.tsx'

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage })
