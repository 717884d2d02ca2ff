import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from '../../platform/http/cookies.ts'
import { isFromOwnPages } from '../../platform/http/own-pages.ts'

/** The page of the rep's app that completes a sign-in. */
const wayBack = '/app/signed-in'
const inApp = 'app'
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

/** The next page after a sign-in: back in the app if the sign-in began there, otherwise the user's account. */
export function takeNextPage(request: FastifyRequest, reply: FastifyReply): string {
  if (readCookie(request, 'start') !== inApp) return '/account'
  clearCookie(reply, 'start')
  return wayBack
}

export const forgetAppStart = (reply: FastifyReply): void => clearCookie(reply, 'start')
