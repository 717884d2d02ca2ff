import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from './cookies.ts'

const codes = [
  'mail-sent',
  'password-saved',
  'password-changed',
  'signed-out',
  'session-ended',
  'address-confirmed',
  'set-up',
  'factor-removed',
  'passkey-added',
  'passkey-refused',
  'basket-added',
  'basket-updated',
  'ordered-again',
  'ordered-again-in-part',
  'quick-order-added',
  'company-linked',
  'company-not-linked',
  'company-unlinked',
] as const

/** A message for the page after a redirect. It travels in a cookie, because addresses are kept and shared. */
export type Flash = {
  code: (typeof codes)[number]
  /** What it is about: a username, or the name of a product. */
  about?: string
}

export function setFlash(reply: FastifyReply, { code, about = '' }: Flash): void {
  setCookie(reply, 'flash', `${code}.${Buffer.from(about.slice(0, 500)).toString('base64url')}`, {
    maxAgeSeconds: 300,
  })
}

/** Reads the message and deletes it, so it is shown once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | undefined {
  const value = readCookie(request, 'flash')
  if (value === undefined) return undefined
  clearCookie(reply, 'flash')
  const [name, about = ''] = value.split('.')
  const code = codes.find(one => one === name)
  return code && { code, about: Buffer.from(about, 'base64url').toString() }
}
