import type { FastifyReply } from 'fastify'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { type Flash, setFlash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { ownPasskeysRoutes } from './own-passkeys.routes.ts'
import { createOwnRequests, ownStepAddress as home, type OwnStepNeeds } from './own-recent.routes.ts'
import { type OwnSecondStepPage, ownSecondStepPage } from './own-second-step.pages.ts'
import { addGeneratorForm } from './second-step.forms.ts'
import { addPage } from './second-step.pages.ts'
import { wrongCode } from './second-step-form.routes.ts'

const back = { label: 'Back', href: home }

/** The page on which a signed-in person changes their second step. Each change needs a recent sign-in (ASVS 7.5.1). */
export function ownSecondStepRoutes(http: Http, needs: OwnStepNeeds): void {
  const { show } = needs
  const { asPerson, asRecent, showCodes } = createOwnRequests(needs)
  ownPasskeysRoutes(http, needs)

  http.get(home, (request, reply) =>
    asPerson(request, reply, async ({ accountId }) => {
      const flash = takeFlash(request, reply)
      return show(
        reply,
        ownSecondStepPage({ ...(await needs.readOwnSecondStep(accountId)), notice: flash && notices[flash.code] }),
      )
    }),
  )

  async function showAdd(
    reply: FastifyReply,
    { accountId }: LiveSession,
    { text, pending }: { text?: string; pending?: string } = {},
  ) {
    const { username } = await needs.readOwnSecondStep(accountId)
    const generator = await needs.prepareGenerator({ id: accountId, username }, pending)
    const problem = text === undefined ? undefined : ({ text, fieldId: 'code' } as const)
    const page = { ...generator, username, action: `${home}/app`, back, isRequired: false, problem }
    return show(text === undefined ? reply : reply.code(422), addPage(page))
  }

  http.get(`${home}/app`, (request, reply) => asRecent(request, reply, session => showAdd(reply, session)))

  http.post(`${home}/app`, { schema: { body: addGeneratorForm } }, (request, reply) =>
    asRecent(request, reply, async session => {
      const { code: typed, pending } = request.body
      const { accountId } = session
      const added = await needs.addCodeGenerator({ accountId, typed, pending, caller: callerOf(request) })
      if (added.kind !== 'added') return showAdd(reply, session, { text: refusals[added.kind], pending })
      return showCodes(reply, session, { codes: added.recoveryCodes, title: 'Your second step is set up' })
    }),
  )

  http.post(`${home}/app/remove`, (request, reply) =>
    asRecent(request, reply, async session => {
      if (await needs.removeCodeGenerator({ session, caller: callerOf(request) }))
        setFlash(reply, { code: 'factor-removed' })
      return reply.redirect(home, 303)
    }),
  )

  http.post(`${home}/recovery-codes`, (request, reply) =>
    asRecent(request, reply, async session => {
      const codes = await needs.makeRecoveryCodes({ session, caller: callerOf(request) })
      return showCodes(reply, session, { codes, title: 'New recovery codes' })
    }),
  )
}

const refusals = {
  'wrong-code': wrongCode,
  expired: 'That took too long. Scan the new QR code.',
}

const notices: Partial<Record<Flash['code'], OwnSecondStepPage['notice']>> = {
  'passkey-refused': {
    kind: 'warning',
    title: 'The passkey was not added',
    text: 'Try again. You can have 20 passkeys at most.',
  },
  'passkey-added': { kind: 'success', title: 'Passkey added', text: 'From now on it signs you in.' },
  'factor-removed': { kind: 'success', title: 'Removed', text: 'It signs no one in any more.' },
}
