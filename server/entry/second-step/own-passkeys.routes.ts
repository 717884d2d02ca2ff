import { callerOf } from '../../platform/http/caller.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import { setFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { createOwnRequests, ownStepAddress as home, type OwnStepNeeds } from './own-recent.routes.ts'
import { addPasskeyForm, removePasskeyForm } from './second-step.forms.ts'

/** Adds and removes one's own passkeys. */
export function ownPasskeysRoutes(http: Http, needs: OwnStepNeeds): void {
  const { asRecent, showCodes } = createOwnRequests(needs)

  http.post(`${home}/passkeys/options`, async (request, reply) => {
    const session = await needs.readSession(readCookie(request, 'session'))
    return session?.isRecent ? needs.prepareNewPasskey(session.accountId) : reply.code(401).send({})
  })

  http.post(`${home}/passkeys`, { schema: { body: addPasskeyForm } }, (request, reply) =>
    asRecent(request, reply, async session => {
      const { passkey: answer, name } = request.body
      const { accountId } = session
      const caller = callerOf(request)
      const added = await needs.addPasskey({ accountId, answer, name: name.trim() || caller.device, caller })
      if (added.kind !== 'added') {
        setFlash(reply, { code: 'passkey-refused' })
        return reply.redirect(home, 303)
      }
      if (added.recoveryCodes)
        return showCodes(reply, session, { codes: added.recoveryCodes, title: 'Your passkey is added' })
      setFlash(reply, { code: 'passkey-added' })
      return reply.redirect(home, 303)
    }),
  )

  http.post(`${home}/passkeys/remove`, { schema: { body: removePasskeyForm } }, (request, reply) =>
    asRecent(request, reply, async session => {
      const removed = await needs.removePasskey({ session, id: request.body.id, caller: callerOf(request) })
      if (removed) setFlash(reply, { code: 'factor-removed' })
      return reply.redirect(home, 303)
    }),
  )
}
