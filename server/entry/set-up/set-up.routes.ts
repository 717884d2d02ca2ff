import type { FastifyReply } from 'fastify'
import { callerOf } from '../../platform/http/caller.ts'
import { setFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Show } from '../../platform/http/show.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { SetUp } from './complete-set-up.ts'
import type { SetUpLinkState } from './read-set-up-link.ts'
import type { SetUpActions } from './set-up.actions.ts'
import { handleParams, setUpForm } from './set-up.forms.ts'
import { endedSetUpPage, type SetUpPage, setUpPage } from './set-up.pages.ts'
import { setUpErrorWords } from './set-up-words.ts'

type Needs = SetUpActions & { show: Show }

const busy = 'The server is busy. Nothing was saved. Wait a moment, then send the form again.'
const noLicence = 'No licence for an administrator is enabled. At the server: fieldkey subscription admin --enabled 10'

export function setUpRoutes(app: Http, { show, readSetUpLink, completeSetUp, prepareSetUpPage }: Needs): void {
  const showForm = (reply: FastifyReply, page: Omit<SetUpPage, 'strength'>) =>
    show(reply, setUpPage({ ...page, strength: prepareSetUpPage(page.setUp).strength }))

  const showEnd = (reply: FastifyReply, why: Exclude<SetUpLinkState, 'live'>) =>
    show(reply.code(why === 'unknown' ? 404 : 410), endedSetUpPage(why))

  app.get('/set-up/:handle', { schema: { params: handleParams } }, async (request, reply) => {
    const { handle } = request.params
    const state = await readSetUpLink(handle)
    if (state !== 'live') return showEnd(reply, state)
    return showForm(reply, { handle, setUp: prepareSetUpPage().setUp })
  })

  app.post('/set-up/:handle', { schema: { params: handleParams, body: setUpForm } }, async (request, reply) => {
    const { handle } = request.params
    const {
      newPassword: first,
      confirmPassword: second,
      confirmedUsername,
      ...setUp
    } = request.body satisfies SetUp & object
    const completed = await completeSetUp({
      handle,
      setUp,
      confirmed: confirmedUsername,
      first,
      second,
      caller: callerOf(request),
    })
    switch (completed.kind) {
      case 'completed':
        // 7.6.2: the link doesn't sign the administrator in.
        setFlash(reply, { code: 'set-up', about: completed.username })
        return reply.redirect('/sign-in', 303)
      case 'ended':
        return showEnd(reply, completed.why)
      case 'refused':
        return showForm(reply.code(422), { handle, setUp, errors: setUpErrorWords(completed) })
      case 'no-licence':
        return showForm(reply.code(409), { handle, setUp, problem: noLicence })
      case 'busy':
        reply.code(503).header('retry-after', limits.hashing.retryAfterSeconds)
        return showForm(reply, { handle, setUp, problem: busy })
    }
  })
}
