/** The scopes of apps, and the claims that each discloses. Nothing is given without its scope. */
export const claimsOfScopes = {
  openid: ['sub', 'amr', 'acr', 'auth_time'],
  profile: ['name', 'preferred_username'],
  email: ['email'],
  user_type: ['user_type'],
  role: ['role'],
  territories: ['territories'],
  retailer: ['retailer'],
} as const

export const appScopes = ['openid', 'offline_access', ...Object.keys(claimsOfScopes).slice(1)]
