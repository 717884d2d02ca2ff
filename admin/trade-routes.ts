import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readNoteSearch, readOrderSearch } from './api/order-search.ts'
import { readTargetSearch, readVisitSearch } from './api/planning-search.ts'
import { readPriceSearch } from './api/price-queries.ts'
import { readProductSearch } from './api/product-search.ts'
import { rootRoute } from './root-route.ts'

const visitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/visits',
  validateSearch: readVisitSearch,
  component: lazyRouteComponent(() => import('./visits/VisitsPage.tsx'), 'VisitsPage'),
})

const targetsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/targets',
  validateSearch: readTargetSearch,
  component: lazyRouteComponent(() => import('./targets/TargetsPage.tsx'), 'TargetsPage'),
})

const productsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products',
  validateSearch: readProductSearch,
  component: lazyRouteComponent(() => import('./products/ProductsPage.tsx'), 'ProductsPage'),
})

const newProductRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/new',
  component: lazyRouteComponent(() => import('./products/NewProductPage.tsx'), 'NewProductPage'),
})

const picturesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/pictures',
  component: lazyRouteComponent(() => import('./products/PicturesPage.tsx'), 'PicturesPage'),
})

const productRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('./products/ProductPage.tsx'), 'ProductPage'),
})

const priceListsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/price-lists',
  validateSearch: readPriceSearch,
  component: lazyRouteComponent(() => import('./prices/PriceListsPage.tsx'), 'PriceListsPage'),
})

const priceListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/price-lists/$priceListId',
  validateSearch: readPriceSearch,
  component: lazyRouteComponent(() => import('./prices/PriceListPage.tsx'), 'PriceListPage'),
})

const retailerPricesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/$retailerId/prices',
  validateSearch: readPriceSearch,
  component: lazyRouteComponent(() => import('./prices/RetailerPricesPage.tsx'), 'RetailerPricesPage'),
})

const categoriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/categories',
  component: lazyRouteComponent(() => import('./categories/CategoriesPage.tsx'), 'CategoriesPage'),
})

const ordersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders',
  validateSearch: readOrderSearch,
  component: lazyRouteComponent(() => import('./orders/OrdersPage.tsx'), 'OrdersPage'),
})

const orderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('./orders/OrderPage.tsx'), 'OrderPage'),
})

const notesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notes',
  validateSearch: readNoteSearch,
  component: lazyRouteComponent(() => import('./orders/NotesPage.tsx'), 'NotesPage'),
})

/** What is sold, planned and ordered. */
export const tradeRoutes = [
  visitsRoute,
  targetsRoute,
  productsRoute,
  newProductRoute,
  picturesRoute,
  productRoute,
  priceListsRoute,
  priceListRoute,
  retailerPricesRoute,
  categoriesRoute,
  ordersRoute,
  orderRoute,
  notesRoute,
] as const
