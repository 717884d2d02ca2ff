import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { callerOf } from '../../platform/http/caller.ts'
import { readCookie, setCookie } from '../../platform/http/cookies.ts'
import { limits } from '../../platform/limits/limits.ts'
import {
  createSecondStepForm,
  type SecondStepFormNeeds,
  type StepPlace,
  stepAddress,
} from '../second-step/second-step-form.routes.ts'
import type { signInForm } from './sign-in.forms.ts'
import { createSignInAnswers, type Place, type SignInAnswerNeeds } from './sign-in-answers.routes.ts'
import type { SignInWithPassword } from './sign-in-with-password.ts'

export type SignInFormNeeds = { signInWithPassword: SignInWithPassword } & SignInAnswerNeeds & SecondStepFormNeeds

/** Creates the sign-in form's handlers, shared by all pages that contain it. */
export function createSignInForm(needs: SignInFormNeeds) {
  const secondStep = createSecondStepForm(needs)
  const { tell, show, showTold, showRefusal } = createSignInAnswers(needs)

  type Taking = Place & StepPlace & { body: z.infer<typeof signInForm> }

  /**
   * Handles the submitted form: a sign-in, or without scripts an empty password as the question for the option (J3).
   */
  async function take(request: FastifyRequest, reply: FastifyReply, { body, welcome, keep, ...place }: Taking) {
    const { username, password, forgotten } = body
    if (body.passkey !== undefined) return takePasskey(request, reply, { ...place, answer: body.passkey, welcome })
    if (body.code !== undefined) return secondStep.takeStep(request, reply, { ...place, body, welcome, keep })
    if (username.trim() === '') {
      const problem = { text: 'Enter your username.', fieldId: 'username' } as const
      return show(reply.code(422), { username, problem }, place)
    }
    if (password === '' || forgotten !== undefined)
      return showTold(reply, { username, told: await tell(request, username), ...place })
    const signedIn = await needs.signInWithPassword({
      username,
      password,
      caller: callerOf(request),
      sessionToken: readCookie(request, 'session'),
      deviceToken: readCookie(request, 'device'),
    })
    if (signedIn.kind === 'signed-in') return welcome(request, signedIn)
    if (signedIn.kind === 'half-done') return goOnToSecondStep(reply, signedIn, place)
    return showRefusal(request, reply, { username, refused: signedIn, ...place })
  }

  async function takePasskey(
    request: FastifyRequest,
    reply: FastifyReply,
    { answer, welcome, ...place }: Place & Pick<StepPlace, 'welcome'> & { answer: string },
  ) {
    const taken = await secondStep.takePasskey(request, reply, { answer, welcome })
    return taken ? taken.answered : show(reply.code(401), { username: '', problem: { text: passkeyRefusal } }, place)
  }

  return { take, tell, show, showTold, showStep: secondStep.showStep }
}

function goOnToSecondStep(reply: FastifyReply, { halfToken }: { halfToken: string }, { action }: Place) {
  setCookie(reply, 'half', halfToken, { maxAgeSeconds: limits.halfDoneSignIns.seconds })
  return reply.redirect(stepAddress(action), 303)
}

const passkeyRefusal = "That passkey doesn't sign in here. Use your username and password."
