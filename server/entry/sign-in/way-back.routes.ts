import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from '../../platform/http/cookies.ts'
import { isFromOwnPages } from '../../platform/http/own-pages.ts'

/** The page of the rep's app that completes a sign-in. */
const wayBack = '/app/signed-in'
const inApp = 'app'
/** Pages of the website, with a query of plain characters. Never another place, and never another host. */
const shopPage = /^\/shop(?:\/[\w-]+){0,4}(?:\?[\w.=&%+-]{0,300})?$/
/** A screen of the admin site with its search. The lists keep their filters in it. */
const adminPage = /^\/admin(?:\/[\w-]+){0,4}(?:\?[\w.=&%+~*-]{0,600})?$/
/** As long as an email may take, and a bit longer. */
const maxAgeSeconds = 3600

/**
 * Remembers in the browser that the user came from the rep's app, through a reset and its email, if it is read on the same
 * device. The value is fixed: no address of another place is ever kept.
 */
export function rememberAppStart(reply: FastifyReply): void {
  setCookie(reply, 'start', inApp, { maxAgeSeconds })
}

/** Where a navigation of one of our own pages came from. A parameter could be set by anyone; the browser says this itself. */
function cameFrom(request: FastifyRequest): { path: string; search: string } {
  const from = isFromOwnPages(request) ? URL.parse(request.headers.referer ?? '') : undefined
  return { path: from?.pathname ?? '', search: from?.search ?? '' }
}

export function isFromApp(request: FastifyRequest): boolean {
  const { path } = cameFrom(request)
  return path === '/app' || path.startsWith('/app/')
}

/** Remembers the screen of the admin site whose session has ended. Undefined if the user comes from elsewhere. */
export function rememberAdminPage(request: FastifyRequest, reply: FastifyReply): 'remembered' | undefined {
  const { path, search } = cameFrom(request)
  const address = [path + search, path].find(one => adminPage.test(one))
  if (address === undefined) return undefined
  setCookie(reply, 'start', address, { maxAgeSeconds })
  return 'remembered'
}

/** Remembers the page of the website that asked for a sign-in. It lives through a reset, like the start of the app. */
export function rememberShopPage(reply: FastifyReply, address: string): void {
  if (isShopPage(address)) setCookie(reply, 'start', address, { maxAgeSeconds })
}

export const isShopPage = (address: string): boolean => shopPage.test(address)

/** The next page after a sign-in: where it began, in the app, the website or the admin site, otherwise the first page of the person. */
export async function takeNextPage(
  request: FastifyRequest,
  reply: FastifyReply,
  findFirstPage: () => Promise<string>,
): Promise<string> {
  const start = readCookie(request, 'start') ?? ''
  const next = start === inApp ? wayBack : start
  if (next !== wayBack && !isShopPage(next) && !adminPage.test(next)) return findFirstPage()
  clearCookie(reply, 'start')
  return next
}

export const forgetAppStart = (reply: FastifyReply): void => clearCookie(reply, 'start')
