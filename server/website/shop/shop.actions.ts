import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Ground } from '../../platform/ground.ts'
import { findPictureFile } from '../../trade/catalogue/product-pictures.store.ts'
import { createPrintOrder } from '../../trade/orders/print-order.ts'
import { createAddToBasket } from './add-to-basket.ts'
import { createAnswerRows } from './answer-rows.ts'
import { createChangeBasket } from './change-basket.ts'
import { createFindVisitor } from './find-visitor.ts'
import { createListProducts } from './list-products.ts'
import { createOrderAgain } from './order-again.ts'
import { createPlaceOrder } from './place-order.ts'
import { isPictureShown } from './products.query.ts'
import type { Owner } from './put-in-basket.ts'
import { createQuickOrder } from './quick-order.ts'
import { createReadBasket } from './read-basket.ts'
import { createReadHome } from './read-home.ts'
import { createReadOrders } from './read-orders.ts'
import { createReadProducts } from './read-products.ts'

type Address = Parameters<typeof findPictureFile>[1]

/** What a contact does on the website. Every action knows the contact's own retailer, and no other one. */
export function createShopActions(ground: Ground) {
  const { db } = ground
  const readProducts = createReadProducts(ground)
  return {
    findVisitor: createFindVisitor(ground),
    listProducts: createListProducts({ db, readProducts }),
    readProduct: async ({ id: contactId, retailerId }: Owner, id: string) => {
      const [[product], { currency }] = await Promise.all([
        readProducts({ ids: [id], retailerId, contactId }),
        getOrganisation(db),
      ])
      return product && { product, currency }
    },
    findShopPicture: async (address: Address) =>
      (await isPictureShown(db, address.hash)) ? findPictureFile(db, address) : undefined,
    addToBasket: createAddToBasket(ground),
    changeBasket: createChangeBasket(ground),
    readBasket: createReadBasket(ground),
    placeOrder: createPlaceOrder(ground),
    answerRows: createAnswerRows(ground),
    quickOrder: createQuickOrder(ground),
    orderAgain: createOrderAgain(ground),
    readShopHome: createReadHome({ ...ground, readProducts }),
    ...createReadOrders({ ...ground, printOrder: createPrintOrder(ground) }),
    getTimeZone: async () => (await getOrganisation(db)).timeZone,
  }
}

export type ShopActions = ReturnType<typeof createShopActions>
