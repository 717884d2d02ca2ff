import type { Http } from '../../platform/http/http.ts'
import { basketRoutes } from './basket.routes.ts'
import { shopOrdersRoutes } from './orders.routes.ts'
import { placeRoutes } from './place.routes.ts'
import { shopProductsRoutes } from './products.routes.ts'
import { quickOrderRoutes } from './quick-order.routes.ts'
import type { ShopActions } from './shop.actions.ts'
import { createShopDoor, type DoorNeeds } from './shop-door.routes.ts'

/** The contacts' website. Each of its routes is behind the same door. */
export function shopRoutes(app: Http, needs: DoorNeeds & ShopActions): void {
  const door = createShopDoor(needs)
  shopOrdersRoutes(app, door, needs)
  shopProductsRoutes(app, door, needs)
  basketRoutes(app, door, needs)
  placeRoutes(app, door, needs)
  quickOrderRoutes(app, door, needs)
}
