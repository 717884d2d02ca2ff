import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReadSession } from '../../people/sessions/read-session.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { clearCookie, readCookie, setCookie } from '../../platform/http/cookies.ts'
import { setFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Show } from '../../platform/http/show.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { limits } from '../../platform/limits/limits.ts'
import { keepSignIn } from '../second-step/keep-sign-in.routes.ts'
import { stepAddress } from '../second-step/second-step-form.routes.ts'
import type { FindFirstPage } from '../sign-in/find-first-page.ts'
import { takeNextPage } from '../sign-in/way-back.routes.ts'
import type { CompanySignInBegun } from './begin-company-sign-in.ts'
import type { CompanySignInActions } from './company-sign-in.actions.ts'
import { beginForm, beginQuery, ownLinkForm, returnPath } from './company-sign-in.forms.ts'
import { type CompanyTrouble, goingOnPage, troublePage } from './company-sign-in.pages.ts'
import type { CompanySignedIn } from './complete-company-sign-in.ts'

type Needs = CompanySignInActions & {
  show: Show
  readSession: ReadSession
  limiter: Limiter
  findFirstPage: FindFirstPage
  publicUrl: string
  getContactLine: () => Promise<string>
}

const statuses: Record<CompanyTrouble, number> = {
  over: 400,
  'provider-down': 503,
  denied: 403,
  refused: 400,
  unknown: 403,
  'no-licence': 403,
  closed: 403,
}

export function companySignInRoutes(http: Http, needs: Needs): void {
  const { goOn, showTrouble, answer } = createSteps(needs)

  http.post('/sign-in/company', { schema: { querystring: beginQuery, body: beginForm } }, async (request, reply) => {
    const { at, fresh } = request.query
    const { provider: providerId, username } = request.body
    const isFresh = fresh === 'yes'
    return goOn(request, reply, await begin(request, { providerId, at, username, isFresh }), at)
  })

  http.post('/account/company', { schema: { body: ownLinkForm } }, async (request, reply) => {
    const session = await needs.readSession(readCookie(request, 'session'))
    if (!session) return reply.redirect('/sign-in', 303)
    if (!session.isRecent) return reply.redirect('/account/confirm', 303)
    const visit = { providerId: request.body.provider, at: '/account', username: '', isFresh: false }
    return goOn(request, reply, await begin(request, { ...visit, linksFor: session }), '/account')
  })

  http.post('/account/company/remove', { schema: { body: ownLinkForm } }, async (request, reply) => {
    const session = await needs.readSession(readCookie(request, 'session'))
    if (!session) return reply.redirect('/sign-in', 303)
    if (!session.isRecent) return reply.redirect('/account/confirm', 303)
    const unlinking = { providerId: request.body.provider, accountId: session.accountId, caller: callerOf(request) }
    if (await needs.unlinkOwnIdentity(unlinking)) setFlash(reply, { code: 'company-unlinked' })
    return reply.redirect('/account', 303)
  })

  /** The provider redirects here. The cookie of a visit that began with a POST from our own page is what admits it. */
  http.get('/sign-in/company/:id', { schema: { params: returnPath } }, async (request, reply) => {
    const ticket = readCookie(request, 'company')
    if (ticket === undefined) return showTrouble(reply, { trouble: 'over', name: '', back: '/sign-in' })
    clearCookie(reply, 'company')
    const session = await needs.readSession(readCookie(request, 'session'))
    const signedIn = await needs.completeCompanySignIn({
      providerId: request.params.id,
      ticket,
      address: new URL(request.url, needs.publicUrl),
      session,
      caller: callerOf(request),
      sessionToken: readCookie(request, 'session'),
      deviceToken: readCookie(request, 'device'),
    })
    if ('fault' in signedIn) request.log.warn({ err: signedIn.fault }, 'a company sign-in failed')
    return answer(request, reply, signedIn)
  })

  async function begin(request: FastifyRequest, visit: Parameters<Needs['beginCompanySignIn']>[0]) {
    const taken = await needs.limiter.takeOfNetwork('companySignInsPerNetwork', callerOf(request).network)
    return taken.kind === 'refused' ? taken : needs.beginCompanySignIn(visit)
  }
}

/** The pages around a visit of the provider. */
function createSteps(needs: Needs) {
  const { show } = needs

  async function showTrouble(reply: FastifyReply, page: { trouble: CompanyTrouble; name: string; back: string }) {
    return show(reply.code(statuses[page.trouble]), troublePage({ ...page, contactLine: await needs.getContactLine() }))
  }

  type Beginning = CompanySignInBegun | { kind: 'refused'; retryAfterSeconds: number }

  async function goOn(request: FastifyRequest, reply: FastifyReply, begun: Beginning, back: string) {
    switch (begun.kind) {
      case 'begun':
        setCookie(reply, 'company', begun.ticket, { maxAgeSeconds: limits.companySignIns.seconds })
        reply.header('refresh', `0; url=${begun.address}`)
        return show(reply, goingOnPage(begun))
      case 'provider-down':
        request.log.warn({ err: begun.fault }, 'the provider of a company sign-in does not answer')
        return showTrouble(reply, { trouble: 'provider-down', name: begun.name, back })
      case 'refused':
        reply.header('retry-after', begun.retryAfterSeconds)
        return show(reply.code(429), troublePage({ trouble: 'over', name: '', back, contactLine: '' }))
      case 'no-such-provider':
        return showTrouble(reply, { trouble: 'over', name: '', back })
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, signedIn: CompanySignedIn) {
    switch (signedIn.kind) {
      case 'signed-in':
        keepSignIn(reply, signedIn)
        if (signedIn.at !== '/sign-in') return reply.redirect(signedIn.at, 303)
        return reply.redirect(await takeNextPage(request, reply, () => needs.findFirstPage(signedIn.sessionToken)), 303)
      case 'half-done':
        setCookie(reply, 'half', signedIn.halfToken, { maxAgeSeconds: limits.halfDoneSignIns.seconds })
        return reply.redirect(stepAddress(signedIn.at), 303)
      case 'linked':
      case 'not-linked':
        setFlash(reply, { code: signedIn.kind === 'linked' ? 'company-linked' : 'company-not-linked' })
        return reply.redirect('/account', 303)
      case 'over':
        return showTrouble(reply, { trouble: 'over', name: '', back: '/sign-in' })
      default:
        return showTrouble(reply, { trouble: signedIn.kind, name: signedIn.name, back: '/sign-in' })
    }
  }

  return { goOn, showTrouble, answer }
}
