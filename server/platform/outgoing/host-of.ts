/** Brackets of an IPv6 address belong to the address of a page, not to the host. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
