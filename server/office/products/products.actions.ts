import type { Ground } from '../../platform/ground.ts'
import { createDescribePicture, createOrderPictures, createRemovePicture } from './change-pictures.ts'
import { createListProducts } from './list-products.ts'
import { createReadProduct, createReadProductChoices } from './read-product.ts'
import { createAddProduct, createChangeProduct, createSetProductActive } from './write-product.ts'

export function createProductActions(ground: Ground) {
  return {
    addProduct: createAddProduct(ground),
    changeProduct: createChangeProduct(ground),
    describePicture: createDescribePicture(ground),
    listProducts: createListProducts(ground),
    orderPictures: createOrderPictures(ground),
    readProduct: createReadProduct(ground),
    readProductChoices: createReadProductChoices(ground),
    removePicture: createRemovePicture(ground),
    setProductActive: createSetProductActive(ground),
  }
}

export type ProductActions = ReturnType<typeof createProductActions>
