import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors, type Interaction, type Provider } from 'oidc-provider'
import type { LiveSession, ReadSession } from '../../people/sessions/read-session.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { Http } from '../../platform/http/http.ts'
import { isFromOwnPages } from '../../platform/http/own-pages.ts'
import { policyWithFormTarget } from '../../platform/http/security-headers.ts'
import type { Show } from '../../platform/http/show.ts'
import { stripInvisible } from '../../platform/names/strip-invisible.ts'
import { keepSignIn } from '../second-step/keep-sign-in.routes.ts'
import type { Begun } from '../second-step/second-step-form.routes.ts'
import { createSignInForm, type SignInFormNeeds } from '../sign-in/sign-in-form.routes.ts'
import { forgetAppStart, rememberAppStart } from '../sign-in/way-back.routes.ts'
import { interactionAddress } from './create-provider.ts'
import { ownAppId } from './find-client.ts'
import type { FinishSignIn } from './finish-sign-in.ts'
import type { OidcActions } from './oidc.actions.ts'
import { interactionForm, interactionPath, interactionQuery } from './oidc.forms.ts'
import { goOnPage, notAdmittedPage, overPage } from './oidc.pages.ts'

type Needs = SignInFormNeeds &
  OidcActions & { provider: Provider; show: Show; readSession: ReadSession; finishSignIn: FinishSignIn }

/** The pages of a sign-in that leads to an app. */
export function interactionRoutes(http: Http, needs: Needs): void {
  const { showOver, findInteraction, findSession, placeOf, showGoOn, finish } = createSteps(needs)
  const form = createSignInForm(needs)

  http.get(
    '/oidc/interaction/:uid',
    { schema: { params: interactionPath, querystring: interactionQuery } },
    async (request, reply) => {
      const details = await findInteraction(request, reply)
      if (!details) return showOver(reply, request.query.app)
      if (request.query.step === 'second') return form.showStep(request, reply, await placeOf(details, reply))
      const session = request.query.other === undefined ? await findSession(request, details) : undefined
      if (!session) {
        const username = hintOf(details)
        if (details.params.client_id === ownAppId) rememberAppStart(reply)
        const asksOnOpening = username !== '' && isFromOwnPages(request)
        return form.show(reply, { username, asksOnOpening }, await placeOf(details, reply))
      }
      return showGoOn(reply, details, session)
    },
  )

  http.post(
    '/oidc/interaction/:uid',
    { schema: { params: interactionPath, querystring: interactionQuery, body: interactionForm } },
    async (request, reply) => {
      const details = await findInteraction(request, reply)
      if (!details) return showOver(reply, request.query.app)
      const place = await placeOf(details, reply)
      if (request.body.go !== 'on') return form.take(request, reply, { ...place, body: request.body })
      const session = await findSession(request, details)
      if (!session) return form.show(reply, { username: hintOf(details) }, place)
      return finish(request, reply, details, session)
    },
  )
}

/** The parts of a sign-in to an app, and the pages that they lead to. */
function createSteps(needs: Needs) {
  const { provider, show, readSession, readInteraction, findClient, finishSignIn } = needs

  async function showOver(reply: FastifyReply, app: string | undefined) {
    return show(reply.code(410), overPage(app === undefined ? undefined : await findClient(app)))
  }

  async function findInteraction(request: FastifyRequest, reply: FastifyReply): Promise<Interaction | undefined> {
    try {
      return await provider.interactionDetails(request.raw, reply.raw)
    } catch (fault) {
      if (fault instanceof errors.SessionNotFound) return undefined
      throw fault
    }
  }

  /** Finds the current session, unless the app requires a new sign-in. */
  async function findSession(request: FastifyRequest, details: Interaction): Promise<LiveSession | undefined> {
    const session = await readSession(readCookie(request, 'session'))
    if (!session) return undefined
    return (await readInteraction(details, session)).isSignInAsked ? undefined : session
  }

  /** The sign-in form's texts and links for a sign-in that leads to an app. */
  async function placeOf(details: Interaction, reply: FastifyReply) {
    const { client } = await readInteraction(details)
    allowWayBack(reply, client.redirectUris)
    return {
      action: interactionAddress(details),
      goesOnTo: client.name,
      asksCompanyAgain: String(details.params.prompt ?? '')
        .split(' ')
        .includes('login'),
      welcome: async (request: FastifyRequest, begun: Begun) => {
        keepSignIn(reply, begun)
        const session = await readSession(begun.sessionToken)
        if (!session) throw new Error('The session that has just started does not exist')
        return finish(request, reply, details, session)
      },
      keep: (_request: FastifyRequest, begun: Begun) => {
        keepSignIn(reply, begun)
        return interactionAddress(details)
      },
    }
  }

  async function showGoOn(reply: FastifyReply, details: Interaction, session: LiveSession) {
    const { client, account, targets, isAdmitted } = await readInteraction(details, session)
    const page = { path: interactionAddress(details), account, clientName: client.name }
    allowWayBack(reply, client.redirectUris)
    const scopes = String(details.params.scope ?? '').split(' ')
    return show(reply, isAdmitted ? goOnPage({ ...page, scopes }) : notAdmittedPage({ ...page, targets }))
  }

  async function finish(request: FastifyRequest, reply: FastifyReply, details: Interaction, session: LiveSession) {
    const { client_id: clientId, scope } = details.params
    const caller = callerOf(request)
    const finished = await finishSignIn({ session, clientId: String(clientId), scope: String(scope), caller })
    if (finished.kind === 'session-ended') return reply.redirect(interactionAddress(details), 303)
    if (finished.kind === 'not-admitted') {
      const { account, client, targets } = finished
      const page = { path: interactionAddress(details), account, clientName: client.name, targets }
      return show(reply.code(403), notAdmittedPage(page))
    }
    if (clientId === ownAppId) forgetAppStart(reply)
    const options = { mergeWithLastSubmission: false }
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, finished.result, options), 303)
  }

  return { showOver, findInteraction, findSession, placeOf, showGoOn, finish }
}

const hintOf = ({ params }: Interaction) => stripInvisible(String(params.login_hint ?? '')).slice(0, 300)

/** Browsers apply a form's policy to the redirects after it, and the last redirect leads to the app. */
function allowWayBack(reply: FastifyReply, redirectUris: readonly string[]): void {
  reply.header('content-security-policy', policyWithFormTarget(redirectUris.map(uri => new URL(uri).origin)))
}
