import { done, userId, userImageDraft, userImageFile } from '../../../shared/contract/users.ts'
import { refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { createOnUser } from './on-user.routes.ts'
import type { UserActions } from './users.actions.ts'

type Needs = UserActions

const mayRead = { right: { module: 'users', access: 'read' } } as const
const mayWrite = { right: { module: 'users', access: 'write' } } as const
/** Decoding a picture costs processor time, so a session that someone found open is not enough. */
const mayUpload = { right: { module: 'users', access: 'write', isSensitive: true } } as const
/** A third more than the file, because base64 is longer. */
const bodyLimit = 1_500_000

export function userImageRoutes(api: Http, needs: Needs): void {
  const onUser = createOnUser(needs)

  const reading = { summary: 'Read the image of a user', params: userId, produces: ['image/webp'] }
  api.get(
    '/users/:id/image',
    { config: mayRead, schema: { ...reading, response: { 200: userImageFile, ...refusals } } },
    async (request, reply) => {
      const image = await needs.findUserImage(request.params.id)
      if (!image) return refuse(reply, 'no-such-image')
      // Opened directly it is only a picture (ASVS 3.2.1). Its address changes with the image.
      return (
        reply
          .type('image/webp')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('content-disposition', 'inline; filename="image.webp"')
          .header('cache-control', 'private, max-age=3600')
          // The bytes are sent unchanged: the schema only describes them.
          .send(image.webp as never)
      )
    },
  )

  const changing = {
    summary: 'Replace the image of the user',
    params: userId,
    body: userImageDraft,
    response: { 200: done, ...refusals },
  }
  api.post('/users/:id/image', { config: mayUpload, schema: changing, bodyLimit }, (request, reply) =>
    onUser(request, reply, async given => {
      const file = Buffer.from(request.body.image, 'base64')
      const { kind } = await needs.changeUserImage({ ...given, file })
      return kind === 'changed' ? { kind, text: `${given.username} has another image.` } : kind
    }),
  )

  const removing = { summary: 'Remove the image of the user', params: userId, response: { 200: done, ...refusals } }
  api.post('/users/:id/image/remove', { config: mayWrite, schema: removing }, (request, reply) =>
    onUser(request, reply, async given => {
      const { kind } = await needs.changeUserImage({ ...given, file: undefined })
      return kind === 'changed' ? { kind, text: `${given.username} no longer has an image.` } : kind
    }),
  )
}
