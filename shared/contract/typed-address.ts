import { text } from './text.ts'

/** An address or a username as typed. The server parses it and explains errors, which a schema can't. */
export const typedAddress = text().max(1_000).describe('As typed; refused if email cannot reach it')
