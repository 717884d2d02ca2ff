export const productStatuses = ['active', 'inactive'] as const

export const productSorts = ['name', 'code', 'price'] as const

/** What a product may lack. */
export const productGaps = ['picture', 'price'] as const
