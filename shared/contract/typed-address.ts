import { text } from './text.ts'

/** An address or a username as typed. The server reads it, and names what is wrong with it: a shape can only say no. */
export const typedAddress = text().max(1_000).describe('As typed; what keeps mail from reaching it is refused')
