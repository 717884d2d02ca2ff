/** Where a provider sends people back to. Each provider has its own address, so a mix-up of two is seen (RFC 9700, 4.4.2). */
export const returnAddress = (publicUrl: string, providerId: string): string =>
  `${publicUrl}/sign-in/company/${providerId}`
