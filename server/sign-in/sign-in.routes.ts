import type { FastifyReply, FastifyRequest } from 'fastify'
import { waitWords } from '../html/moment-words.ts'
import { callerOf } from '../http/caller.ts'
import { readCookie, setCookie } from '../http/cookies.ts'
import type { Http } from '../http/create-http.ts'
import { type Flash, takeFlash } from '../http/flash.ts'
import type { Show } from '../http/show.ts'
import { limits } from '../limits/limits.ts'
import type { AskResetOption } from './ask-reset-option.ts'
import { type OptionWords, optionWords } from './option-words.ts'
import { optionQuestion, signInForm, signInQuery } from './sign-in.forms.ts'
import { popupPage, type SignInPage, signInPage } from './sign-in.pages.ts'
import type { SignedIn, SignInWithPassword } from './sign-in-with-password.ts'

type Needs = {
  show: Show
  askResetOption: AskResetOption
  signInWithPassword: SignInWithPassword
  getContactLine: () => Promise<string>
  resetCodeMinutes: number
}

type Told = { kind: 'told'; words: OptionWords } | { kind: 'too-many'; retryAfterSeconds: number }

export function signInRoutes(app: Http, needs: Needs): void {
  const { show } = needs

  app.get('/', (_request, reply) => reply.redirect('/sign-in', 303))

  app.get('/sign-in', { schema: { querystring: signInQuery } }, async (request, reply) => {
    const flash = takeFlash(request, reply)
    const username = request.query.username || flash?.username || ''
    return show(reply, signInPage({ username, notice: flash && notices[flash.code] }))
  })

  app.post('/sign-in', { schema: { body: signInForm } }, async (request, reply) => {
    const { username, password } = request.body
    if (username.trim() === '') {
      return showForm(reply.code(422), { username, problem: { text: 'Enter your username.', fieldId: 'username' } })
    }
    if (password === '') return answerQuestion(request, reply, username)
    const signedIn = await needs.signInWithPassword({
      username,
      password,
      caller: callerOf(request),
      sessionToken: readCookie(request, 'session'),
      deviceToken: readCookie(request, 'device'),
    })
    if (signedIn.kind === 'signed-in') return welcome(reply, signedIn)
    return showRefusal(request, reply, username, signedIn)
  })

  app.post('/sign-in/option', { schema: { body: optionQuestion } }, async (request, reply) => {
    const told = await tell(request, request.body.username)
    if (told.kind === 'told') return told.words
    return reply.code(429).header('retry-after', told.retryAfterSeconds).send({ option: 'none' })
  })

  app.post('/sign-in/popup', { schema: { body: signInForm } }, async (request, reply) => {
    const { username } = request.body
    const told = await tell(request, username)
    if (told.kind === 'told' && told.words.option === 'reset') {
      return show(reply, popupPage({ username, popup: told.words.popup }))
    }
    return showTold(reply, username, told)
  })

  async function tell(request: FastifyRequest, typed: string): Promise<Told> {
    const deviceToken = readCookie(request, 'device')
    const option = await needs.askResetOption({ typed, caller: callerOf(request), deviceToken })
    if (option.kind === 'too-many') return option
    const facts = { minutes: needs.resetCodeMinutes, contactLine: await needs.getContactLine() }
    return { kind: 'told', words: optionWords(option, facts) }
  }

  /** Sign in with an empty password is the question for the option, where there are no scripts (J3). */
  async function answerQuestion(request: FastifyRequest, reply: FastifyReply, username: string) {
    return showTold(reply, username, await tell(request, username))
  }

  function showTold(reply: FastifyReply, username: string, told: Told) {
    if (told.kind === 'too-many') return showWait(reply, username, told.retryAfterSeconds)
    const status = told.words.option === 'none' ? 422 : 200
    return showForm(reply.code(status), { username, option: told.words, ...answers[told.words.option] })
  }

  async function showRefusal(request: FastifyRequest, reply: FastifyReply, username: string, refused: Refused) {
    if (refused.kind === 'wait') return showWait(reply, username, refused.retryAfterSeconds)
    if (refused.kind === 'busy') {
      const problem = { text: 'Many people are signing in right now. Wait a few seconds and try again.' }
      return showForm(reply.code(503).header('retry-after', limits.hashing.retryAfterSeconds), { username, problem })
    }
    const told = await tell(request, username)
    const option = told.kind === 'told' ? told.words : undefined
    return showForm(reply.code(401), { username, option, problem: { text: refusal } })
  }

  function showWait(reply: FastifyReply, username: string, retryAfterSeconds: number) {
    reply.code(429).header('retry-after', retryAfterSeconds)
    const text = `There were too many tries. Wait ${waitWords(retryAfterSeconds)}, then try again.`
    return showForm(reply, { username, problem: { text } })
  }

  function showForm(reply: FastifyReply, page: SignInPage) {
    return show(reply, signInPage(page))
  }
}

type Refused = Exclude<SignedIn, { kind: 'signed-in' }>

const refusal = 'Username and password do not fit together, or this account cannot sign in at the moment.'

/** To Sign in with an empty password, whether it was left out on purpose or not. */
const answers: Record<OptionWords['option'], Pick<SignInPage, 'notice' | 'problem'>> = {
  none: {
    problem: { text: 'Nobody is known here under this username. Check how it is written.', fieldId: 'username' },
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

const notices: Partial<Record<Flash['code'], SignInPage['notice']>> = {
  'password-saved': {
    kind: 'success',
    title: 'Password saved',
    text: 'Sign in with your new password. All other sessions have ended.',
  },
  'signed-out': { kind: 'success', title: 'Signed out', text: 'You are signed out on this device.' },
}

function welcome(reply: FastifyReply, { sessionToken, deviceToken }: Extract<SignedIn, { kind: 'signed-in' }>) {
  setCookie(reply, 'session', sessionToken)
  setCookie(reply, 'device', deviceToken, { maxAgeSeconds: limits.sessions.knownDeviceSeconds })
  return reply.redirect('/account', 303)
}
