import type { FastifyReply } from 'fastify'
import { pictureAddress, pictureFile } from '../../../shared/contract/pictures.ts'
import { refusals, refuse } from '../../platform/api/admin-api.routes.ts'

/** The schema of a route that sends pictures of products. Each has its own guard: only users who may see products. */
export const pictureSchema = {
  params: pictureAddress,
  produces: ['image/webp'],
  response: { 200: pictureFile, ...refusals },
}

/**
 * The content at this address never changes, so a browser keeps it, and shared caches don't. Opened directly it is only a
 * picture (ASVS 3.2.1).
 */
export function sendPicture(reply: FastifyReply, webp: Buffer | undefined): FastifyReply {
  if (!webp) return refuse(reply, 'no-such-image')
  return reply
    .type('image/webp')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', 'inline; filename="picture.webp"')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(webp)
}
