/** The closed lists and limits of pictures, apart from their schemas: a browser loads them without a validator. */

/** The sizes of every picture of a product, by the bound of the longer side in pixels. */
export const pictureSides = { small: 160, medium: 480, large: 1200 } as const
export const pictureSizes = ['small', 'medium', 'large'] as const
export type PictureSize = (typeof pictureSizes)[number]

/** What a file may be. A picture that is larger can be made smaller before it is sent. */
export const pictureLimits = { mostBytes: 10_000_000, mostOfProduct: 20, mostPlace: 99 } as const
