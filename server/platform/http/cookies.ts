import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * All cookies of the account pages. `__Host-` binds each to exactly this host, over TLS, for every path (ASVS 3.3.3).
 */
const names = {
  session: '__Host-fieldkey_session',
  device: '__Host-fieldkey_device',
  flash: '__Host-fieldkey_flash',
  start: '__Host-fieldkey_start',
  half: '__Host-fieldkey_half',
  company: '__Host-fieldkey_company',
} as const

export type CookieName = keyof typeof names

const attributes: CookieSerializeOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }

/** Without `maxAgeSeconds` the cookie ends with the browser. */
export function setCookie(
  reply: FastifyReply,
  name: CookieName,
  value: string,
  { maxAgeSeconds }: { maxAgeSeconds?: number } = {},
): void {
  reply.setCookie(names[name], value, { ...attributes, ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }) })
}

export function readCookie(request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[names[name]] || undefined
}

export function clearCookie(reply: FastifyReply, name: CookieName): void {
  reply.setCookie(names[name], '', { ...attributes, maxAge: 0 })
}
