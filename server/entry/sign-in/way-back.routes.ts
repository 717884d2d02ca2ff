import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from '../../platform/http/cookies.ts'
import { isFromOwnPages } from '../../platform/http/own-pages.ts'

/** The page of the rep's app that completes a sign-in. */
const wayBack = '/app/signed-in'
const inApp = 'app'
/** Pages of the website, with a query of plain characters. Never another place, and never another host. */
const shopPage = /^\/shop(?:\/[\w-]+){0,4}(?:\?[\w.=&%+-]{0,300})?$/
/** As long as an email may take, and a bit longer. */
const maxAgeSeconds = 3600

/**
 * Remembers in the browser that the user came from the rep's app, through a reset and its email, if it is read on the same
 * device. The value is fixed: no address of another place is ever kept.
 */
export function rememberAppStart(reply: FastifyReply): void {
  setCookie(reply, 'start', inApp, { maxAgeSeconds })
}

export function isFromApp(request: FastifyRequest): boolean {
  if (!isFromOwnPages(request)) return false
  const path = URL.parse(request.headers.referer ?? '')?.pathname ?? ''
  return path === '/app' || path.startsWith('/app/')
}

/** Remembers the page of the website that asked for a sign-in. It lives through a reset, like the start of the app. */
export function rememberShopPage(reply: FastifyReply, address: string): void {
  if (isShopPage(address)) setCookie(reply, 'start', address, { maxAgeSeconds })
}

export const isShopPage = (address: string): boolean => shopPage.test(address)

/** The next page after a sign-in: where it began, in the app or on the website, otherwise the first page of the person. */
export async function takeNextPage(
  request: FastifyRequest,
  reply: FastifyReply,
  findFirstPage: () => Promise<string>,
): Promise<string> {
  const start = readCookie(request, 'start') ?? ''
  const next = start === inApp ? wayBack : start
  if (next !== wayBack && !isShopPage(next)) return findFirstPage()
  clearCookie(reply, 'start')
  return next
}

export const forgetAppStart = (reply: FastifyReply): void => clearCookie(reply, 'start')
