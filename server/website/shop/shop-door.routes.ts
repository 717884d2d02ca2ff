import type { FastifyReply, FastifyRequest } from 'fastify'
import { rememberShopPage } from '../../entry/sign-in/way-back.routes.ts'
import type { ReadSession } from '../../people/sessions/read-session.ts'
import { html } from '../../platform/html/html.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { Show } from '../../platform/http/show.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { closedPage, lookOnlyWords, staffPage } from './closed.pages.ts'
import type { FindVisitor, ShopContact } from './find-visitor.ts'
import { inShop, type ShopPage, shopHome } from './shop-frame.html.ts'

export type DoorNeeds = {
  show: Show
  readSession: ReadSession
  findVisitor: FindVisitor
  limiter: Pick<Limiter, 'take'>
  getContactLine: () => Promise<string>
}

export type Visit = {
  contact: ShopContact
  /** Answers with a page of the website. */
  showPage: (page: ShopPage) => Promise<FastifyReply>
}
type Run = (visit: Visit) => Promise<unknown>

/**
 * Admits contacts of open retailers with website access alone. Every route of the website is behind this
 * door, which also asks robots to stay away.
 */
export function createShopDoor({ show, readSession, findVisitor, limiter, getContactLine }: DoorNeeds) {
  async function asContact(request: FastifyRequest, reply: FastifyReply, run: Run): Promise<unknown> {
    reply.header('x-robots-tag', 'noindex')
    const session = await readSession(readCookie(request, 'session'))
    if (!session) {
      rememberShopPage(reply, pageOf(request))
      return reply.redirect('/sign-in', 303)
    }
    const visitor = await findVisitor(session.accountId)
    if (visitor.kind === 'staff') return show(reply.code(403), staffPage(visitor))
    if (visitor.kind === 'closed') {
      return show(reply.code(403), closedPage({ contactLine: await getContactLine() }))
    }
    const { contact } = visitor
    return run({ contact, showPage: page => show(reply, inShop(contact, page)) })
  }

  /** For the basket: the contact may order, and hasn't sent more changes than a person can. */
  function asBuyer(request: FastifyRequest, reply: FastifyReply, run: Run): Promise<unknown> {
    return asContact(request, reply, async visit => {
      if (!visit.contact.mayOrder) {
        reply.code(403)
        return visit.showPage(messagePage('You can look, but not order', lookOnlyWords))
      }
      if (request.method === 'GET') return run(visit)
      const taken = await limiter.take('websiteChanges', visit.contact.id)
      if (taken.kind === 'taken') return run(visit)
      return refuseForNow(reply, visit, taken.retryAfterSeconds)
    })
  }

  /** For a search, which costs the database more than other pages. */
  function asSearcher(request: FastifyRequest, reply: FastifyReply, run: Run): Promise<unknown> {
    return asContact(request, reply, async visit => {
      const taken = await limiter.take('websiteSearches', visit.contact.id)
      return taken.kind === 'taken' ? run(visit) : refuseForNow(reply, visit, taken.retryAfterSeconds)
    })
  }

  return { asContact, asBuyer, asSearcher }
}

export type ShopDoor = ReturnType<typeof createShopDoor>

function refuseForNow(reply: FastifyReply, { showPage }: Visit, seconds: number) {
  reply.code(429).header('retry-after', seconds)
  return showPage(messagePage('Too many requests', `Wait ${waitWords(seconds)}, then try again. Your basket is kept.`))
}

/** A page that says one thing. */
export const messagePage = (title: string, text: string): ShopPage => ({
  title,
  main: html`<h1>${title}</h1><p>${text}</p><p><a href=${shopHome}>Go to the home page</a></p>`,
})

/** The page to come back to: this one, or for a form the page that it was on. */
function pageOf({ method, url, headers }: FastifyRequest): string {
  if (method === 'GET') return url
  const { pathname = shopHome, search = '' } = URL.parse(headers.referer ?? '') ?? {}
  return pathname.startsWith(shopHome) ? pathname + search : shopHome
}
