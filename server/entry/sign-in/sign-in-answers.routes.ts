import type { FastifyReply, FastifyRequest } from 'fastify'
import { waitWords } from '../../platform/html/moment-words.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { Show } from '../../platform/http/show.ts'
import type { AskResetOption } from './ask-reset-option.ts'
import type { Company, FindCompanies } from './find-companies.ts'
import { type OptionWords, optionWords, unknownWords } from './option-words.ts'
import { type SignInPage, signInPage } from './sign-in.pages.ts'
import type { SignedIn } from './sign-in-with-password.ts'

export type SignInAnswerNeeds = {
  show: Show
  askResetOption: AskResetOption
  findCompanies: FindCompanies
  getContactLine: () => Promise<string>
  resetCodeMinutes: number
}

export type OptionAnswer =
  | { kind: 'told'; words: OptionWords; companies: Company[] }
  | { kind: 'too-many'; retryAfterSeconds: number }
type RefusedSignIn = Exclude<SignedIn, { kind: 'signed-in' | 'half-done' }>

/** Where the form is shown: its action, and the app that follows. */
export type Place = Pick<SignInPage, 'action' | 'goesOnTo' | 'asksCompanyAgain'>

/** Creates what the sign-in form answers before anyone is signed in. */
export function createSignInAnswers(needs: SignInAnswerNeeds) {
  async function tell(request: FastifyRequest, typed: string): Promise<OptionAnswer> {
    const deviceToken = readCookie(request, 'device')
    const option = await needs.askResetOption({ typed, caller: callerOf(request), deviceToken })
    if (option.kind === 'too-many') return option
    // The other answers need no database: under load there are many of them.
    const contactLine = option.kind === 'no-address' ? await needs.getContactLine() : ''
    const words = optionWords(option, { minutes: needs.resetCodeMinutes, contactLine })
    return { kind: 'told', words, companies: await needs.findCompanies(typed) }
  }

  async function show(
    reply: FastifyReply,
    page: Omit<SignInPage, keyof Place | 'companies'>,
    { action, goesOnTo, asksCompanyAgain }: Place,
  ) {
    const companies = await needs.findCompanies(page.username)
    return needs.show(reply, signInPage({ ...page, action, goesOnTo, asksCompanyAgain, companies }))
  }

  function showTold(
    reply: FastifyReply,
    { username, told, ...place }: Place & { username: string; told: OptionAnswer },
  ) {
    if (told.kind === 'too-many') return showWait(reply, { username, seconds: told.retryAfterSeconds, ...place })
    const status = told.words.option === 'none' ? 422 : 200
    return show(reply.code(status), { username, option: told.words, ...answers[told.words.option] }, place)
  }

  function showWait(
    reply: FastifyReply,
    { username, seconds, ...place }: Place & { username: string; seconds: number },
  ) {
    reply.code(429).header('retry-after', seconds)
    const text = `Too many attempts. Wait ${waitWords(seconds)}, then try again.`
    return show(reply, { username, problem: { text } }, place)
  }

  async function showRefusal(
    request: FastifyRequest,
    reply: FastifyReply,
    { username, refused, ...place }: Place & { username: string; refused: RefusedSignIn },
  ) {
    if (refused.kind === 'wait') return showWait(reply, { username, seconds: refused.retryAfterSeconds, ...place })
    if (refused.kind === 'busy') {
      const problem = {
        text: `Many people are signing in right now. Wait ${waitWords(refused.retryAfterSeconds)}, then try again.`,
      }
      const answer = reply.code(503).header('retry-after', refused.retryAfterSeconds)
      return show(answer, { username, problem }, place)
    }
    const told = await tell(request, username)
    const option = told.kind === 'told' ? told.words : undefined
    return show(reply.code(401), { username, option, problem: { text: refusal } }, place)
  }

  return { tell, show, showTold, showRefusal }
}

const refusal = "That username and password don't match, or this account can't sign in right now."

/** Answers to an empty password, left out on purpose or not. */
const answers: Record<OptionWords['option'], Pick<SignInPage, 'notice' | 'problem'>> = {
  none: {
    problem: { text: unknownWords, fieldId: 'username' },
  },
  text: {
    notice: {
      kind: 'info',
      title: 'Forgotten your password?',
      text: 'See below. If you know it, enter it and sign in.',
    },
  },
  reset: {
    notice: {
      kind: 'info',
      title: 'Forgotten your password?',
      text: 'Choose Reset password. If you know it, enter it and sign in.',
    },
  },
}
