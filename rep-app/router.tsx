import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { AppFrame } from './AppFrame.tsx'
import type { OrderType } from './device/rows.ts'
import { HomeScreen } from './home/HomeScreen.tsx'
import { OrderScreen } from './orders/OrderScreen.tsx'
import { OrdersScreen } from './orders/OrdersScreen.tsx'
import { PastOrderScreen } from './orders/PastOrderScreen.tsx'
import { ProductScreen } from './products/ProductScreen.tsx'
import { ProductsScreen } from './products/ProductsScreen.tsx'
import { RetailerScreen } from './retailers/RetailerScreen.tsx'
import { RetailersScreen } from './retailers/RetailersScreen.tsx'
import { SignedInScreen } from './sign-in/SignedInScreen.tsx'
import { SyncStatusScreen } from './sync-status/SyncStatusScreen.tsx'
import { WaitingScreen } from './sync-status/WaitingScreen.tsx'

const kindOf = (value: unknown): OrderType => (value === 'quote' || value === 'return' ? value : 'order')
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** `again` is the order whose lines the new one repeats. */
type OrderSearch = { retailer: string; kind: OrderType; item?: string; again?: string }

function orderSearch({ retailer, kind, item, again }: Record<string, unknown>): OrderSearch {
  const ids = { item: textOf(item), again: textOf(again) }
  return {
    retailer: textOf(retailer) ?? '',
    kind: kindOf(kind),
    ...(ids.item !== undefined && { item: ids.item }),
    ...(ids.again !== undefined && { again: ids.again }),
  }
}

/** What the rep searches for in a list. */
const listSearch = ({ q }: Record<string, unknown>): { q?: string } =>
  typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {}

const rootRoute = createRootRoute({ component: AppFrame, notFoundComponent: SyncStatusScreen })
const getParentRoute = () => rootRoute
const homeRoute = createRoute({ getParentRoute, path: '/', component: HomeScreen })
const signedInRoute = createRoute({ getParentRoute, path: '/signed-in', component: SignedInScreen })
const syncRoute = createRoute({ getParentRoute, path: '/sync', component: SyncStatusScreen })
const waitingRoute = createRoute({ getParentRoute, path: '/sync/waiting', component: WaitingScreen })
const retailersRoute = createRoute({
  getParentRoute,
  path: '/retailers',
  component: RetailersScreen,
  validateSearch: listSearch,
})
const retailerRoute = createRoute({
  getParentRoute,
  path: '/retailers/$retailerId',
  component: RetailerScreen,
  validateSearch: ({ note, visit }: Record<string, unknown>): { note?: string; visit?: string } => ({
    ...(typeof note === 'string' && { note }),
    ...(typeof visit === 'string' && { visit }),
  }),
})
const productsRoute = createRoute({
  getParentRoute,
  path: '/products',
  component: ProductsScreen,
  validateSearch: listSearch,
})
const productRoute = createRoute({
  getParentRoute,
  path: '/products/$productId',
  component: ProductScreen,
  // The retailer whose prices and past quantities are shown.
  validateSearch: ({ retailer }: Record<string, unknown>): { retailer?: string } =>
    typeof retailer === 'string' ? { retailer } : {},
})
const ordersRoute = createRoute({
  getParentRoute,
  path: '/orders',
  component: OrdersScreen,
  // The item that was just saved.
  validateSearch: ({ saved }: Record<string, unknown>): { saved?: string } =>
    typeof saved === 'string' ? { saved } : {},
})
const pastOrderRoute = createRoute({ getParentRoute, path: '/orders/$orderId', component: PastOrderScreen })
const orderRoute = createRoute({
  getParentRoute,
  path: '/orders/new',
  component: OrderScreen,
  // Another draft is another form, with the id of its own.
  remountDeps: ({ search: { kind: _, ...search } }) => search,
  validateSearch: orderSearch,
  // The id is made when the form opens, and the address keeps it: a page that the browser reloads goes on with its draft.
  beforeLoad: ({ search }) => {
    if (search.item === undefined)
      throw redirect({ to: '/orders/new', search: { ...search, item: crypto.randomUUID() }, replace: true })
  },
})

const routeTree = rootRoute.addChildren([
  homeRoute,
  signedInRoute,
  syncRoute,
  waitingRoute,
  retailersRoute,
  retailerRoute,
  productsRoute,
  productRoute,
  ordersRoute,
  orderRoute,
  pastOrderRoute,
])

export const createAppRouter = () => createRouter({ routeTree, basepath: '/app' })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
