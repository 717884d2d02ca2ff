import type { FastifyReply, FastifyRequest } from 'fastify'
import { waitWords } from '../../platform/html/moment-words.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { clearCookie, readCookie } from '../../platform/http/cookies.ts'
import type { Show } from '../../platform/http/show.ts'
import type { SecondStepActions } from './second-step.actions.ts'
import { addPage, codePage, recoveryPage } from './second-step.pages.ts'

export type SecondStepFormNeeds = SecondStepActions & { show: Show }

export type Begun = { sessionToken: string; deviceToken: string }

/** Where the sign-in takes place, and where it leads. */
export type StepPlace = {
  /** The address of the sign-in form. */
  action: string
  /** Sets the cookies of the session and goes on. */
  welcome: (request: FastifyRequest, begun: Begun) => unknown
  /** Sets the cookies of the session, and returns where the person goes on after reading a page. */
  keep: (request: FastifyRequest, begun: Begun) => string | Promise<string>
}

type StepBody = { code?: string | undefined; pending?: string | undefined; trust?: 'yes' | undefined }
type Problem = { text: string; fieldId?: 'code' }

/** The address of the second step of the sign-in that is at this address. */
export function stepAddress(action: string): string {
  return `${action}${action.includes('?') ? '&' : '?'}step=second`
}

/** Creates the handlers of the second step, shared by all pages that contain the sign-in form. */
export function createSecondStepForm(needs: SecondStepFormNeeds) {
  const { show } = needs

  /** Shows what the half-done sign-in of this browser asks for. Without one, the sign-in starts again. */
  async function showStep(
    request: FastifyRequest,
    reply: FastifyReply,
    { action, problem, pending }: { action: string; problem?: Problem | undefined; pending?: string | undefined },
  ) {
    const view = await needs.prepareSecondStep(readCookie(request, 'half'), pending)
    if (!view) return reply.redirect(action, 303)
    const { username } = view
    const step = { username, action: stepAddress(action), problem }
    if (view.kind === 'code') {
      const { mayTrust, hasPasskey } = view
      return show(reply, codePage({ ...step, mayTrust, hasPasskey, startAgain: action }))
    }
    const back = { label: 'Sign in as someone else', href: action }
    return show(reply, addPage({ ...step, ...view.generator, back, isRequired: true }))
  }

  async function takeStep(
    request: FastifyRequest,
    reply: FastifyReply,
    { body, ...place }: StepPlace & { body: StepBody },
  ) {
    const { action } = place
    const { code: typed = '', pending } = body
    const refused = (status: number, text: string) =>
      showStep(request, reply.code(status), { action, pending, problem: { text, fieldId: 'code' } })
    if (typed.trim() === '') return refused(422, 'Enter the code.')
    const browser = { ...browserOf(request), typed }
    const passed =
      pending === undefined
        ? await needs.passSecondStep({ ...browser, trusts: body.trust === 'yes' })
        : await needs.addFirstFactor({ ...browser, pending })
    switch (passed.kind) {
      case 'over':
        clearCookie(reply, 'half')
        return reply.redirect(action, 303)
      case 'wrong-code':
        return refused(422, wrongCode)
      case 'expired':
        return refused(422, 'That took too long. Scan the new QR code.')
      case 'too-many': {
        reply.header('retry-after', passed.retryAfterSeconds)
        const text = `Too many codes. Wait ${waitWords(passed.retryAfterSeconds)}, then try again.`
        return refused(429, text)
      }
      case 'signed-in':
        clearCookie(reply, 'half')
        return place.welcome(request, passed)
      case 'added': {
        clearCookie(reply, 'half')
        const { username, recoveryCodes: codes } = passed
        const goOn = { label: 'Continue', href: await place.keep(request, passed) }
        return show(reply, recoveryPage({ username, codes, goOn, title: 'Your second step is set up' }))
      }
    }
  }

  /** Undefined if the passkey is refused: the sign-in form says so. */
  async function takePasskey(
    request: FastifyRequest,
    reply: FastifyReply,
    { answer, welcome }: Pick<StepPlace, 'welcome'> & { answer: string },
  ) {
    const { halfToken: _, ...browser } = browserOf(request)
    const signedIn = await needs.signInWithPasskey({ ...browser, answer })
    if (signedIn.kind === 'refused') return undefined
    clearCookie(reply, 'half')
    return { answered: await welcome(request, signedIn) }
  }

  return { showStep, takeStep, takePasskey }
}

export const wrongCode =
  "This code isn't right, or it was used before. Wait until your app shows a new one. Is the clock of your phone set automatically?"

const browserOf = (request: FastifyRequest) => ({
  halfToken: readCookie(request, 'half'),
  sessionToken: readCookie(request, 'session'),
  deviceToken: readCookie(request, 'device'),
  caller: callerOf(request),
})
