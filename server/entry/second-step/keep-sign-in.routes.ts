import type { FastifyReply } from 'fastify'
import { setCookie } from '../../platform/http/cookies.ts'
import { limits } from '../../platform/limits/limits.ts'

/** Sets the cookies of a successful sign-in. */
export function keepSignIn(
  reply: FastifyReply,
  { sessionToken, deviceToken }: { sessionToken: string; deviceToken: string },
): void {
  setCookie(reply, 'session', sessionToken)
  setCookie(reply, 'device', deviceToken, { maxAgeSeconds: limits.sessions.knownDeviceSeconds })
}
