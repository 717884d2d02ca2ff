import type { FastifyRequest } from 'fastify'

/** True for a navigation that one of our own pages started. A link in an email, a bookmark or another website is not one. */
export function isFromOwnPages({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-fetch-site'] === 'same-origin'
}
