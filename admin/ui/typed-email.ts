import { typedAddress } from '../../shared/contract/typed-address.ts'

/** The contract accepts any text, because the server says what is wrong with an address. A form refuses the obvious. */
export const typedEmail = (message: string) => typedAddress.trim().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, message)
