export const productStatusWords = { active: 'Active', inactive: 'No longer sold' } as const
