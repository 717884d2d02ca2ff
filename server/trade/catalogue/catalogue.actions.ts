import type { PictureSize } from '../../../shared/contract/picture-lists.ts'
import type { Ground } from '../../platform/ground.ts'
import { findPictureFile } from './product-pictures.store.ts'
import { createSaveNamedPicture } from './save-named-picture.ts'
import { createSavePicture } from './save-picture.ts'

/** What every audience does with the catalogue: the office, the rep's app, the import and other systems. */
export function createCatalogueActions(ground: Ground) {
  const savePicture = createSavePicture(ground)
  return {
    findPicture: (address: { hash: string; size: PictureSize }) => findPictureFile(ground.db, address),
    savePicture,
    saveNamedPicture: createSaveNamedPicture({ ...ground, savePicture }),
  }
}

export type CatalogueActions = ReturnType<typeof createCatalogueActions>
