import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LiveSession, ReadSession } from '../../people/sessions/read-session.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { Show } from '../../platform/http/show.ts'
import type { SecondStepActions } from './second-step.actions.ts'
import { recoveryPage } from './second-step.pages.ts'

export type OwnStepNeeds = SecondStepActions & { show: Show; readSession: ReadSession }

export const ownStepAddress = '/account/second-step'

/** Runs for a signed-in person; redirects everyone else to the sign-in page. */
export function createAsPerson({ readSession }: { readSession: ReadSession }) {
  return async function asPerson(
    request: FastifyRequest,
    reply: FastifyReply,
    run: (session: LiveSession) => Promise<unknown>,
  ) {
    const session = await readSession(readCookie(request, 'session'))
    return session ? run(session) : reply.redirect('/sign-in', 303)
  }
}

/** Creates what the routes of one's own second step share. */
export function createOwnRequests(needs: OwnStepNeeds) {
  const asPerson = createAsPerson(needs)

  /** A change needs a recent sign-in (ASVS 7.5.1). */
  const asRecent: typeof asPerson = (request, reply, run) =>
    asPerson(request, reply, async session =>
      session.isRecent ? run(session) : reply.redirect('/account/confirm?next=second-step', 303),
    )

  async function showCodes(
    reply: FastifyReply,
    { accountId }: LiveSession,
    { codes, title }: { codes: readonly string[]; title: string },
  ) {
    const { username } = await needs.readOwnSecondStep(accountId)
    const goOn = { label: 'Done', href: ownStepAddress }
    return needs.show(reply, recoveryPage({ username, codes, title, goOn }))
  }

  return { asPerson, asRecent, showCodes }
}
