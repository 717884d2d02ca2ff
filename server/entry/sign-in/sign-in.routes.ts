import { type Flash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { isFromOwnPages } from '../../platform/http/own-pages.ts'
import { stripInvisible } from '../../platform/names/strip-invisible.ts'
import { keepSignIn } from '../second-step/keep-sign-in.routes.ts'
import type { FindFirstPage } from './find-first-page.ts'
import { optionQuestion, signInForm, signInQuery } from './sign-in.forms.ts'
import { popupPage, type SignInPage } from './sign-in.pages.ts'
import { createSignInForm, type SignInFormNeeds } from './sign-in-form.routes.ts'
import { isFromApp, rememberAdminPage, rememberAppStart, takeNextPage } from './way-back.routes.ts'

const place = { action: '/sign-in' }

type Needs = SignInFormNeeds & { findFirstPage: FindFirstPage }

export function signInRoutes(app: Http, needs: Needs): void {
  const { show, findFirstPage } = needs
  const form = createSignInForm(needs)

  app.get('/', (_request, reply) => reply.redirect('/sign-in', 303))

  app.get('/sign-in', { schema: { querystring: signInQuery } }, async (request, reply) => {
    if (request.query.step === 'second') return form.showStep(request, reply, place)
    const flash = takeFlash(request, reply)
    const username = stripInvisible(request.query.username) || flash?.about || ''
    if (isFromApp(request)) rememberAppStart(reply)
    const isAsked = rememberAdminPage(request, reply) === 'remembered'
    const asksOnOpening = !flash && username !== '' && isFromOwnPages(request)
    return form.show(
      reply,
      { username, asksOnOpening, notice: flash ? notices[flash.code] : isAsked ? comesBack : undefined },
      place,
    )
  })

  app.post('/sign-in', { schema: { body: signInForm } }, (request, reply) =>
    form.take(request, reply, {
      ...place,
      body: request.body,
      welcome: async (_request, begun) => {
        keepSignIn(reply, begun)
        return reply.redirect(await takeNextPage(request, reply, () => findFirstPage(begun.sessionToken)), 303)
      },
      keep: (_request, begun) => {
        keepSignIn(reply, begun)
        return takeNextPage(request, reply, () => findFirstPage(begun.sessionToken))
      },
    }),
  )

  app.post('/sign-in/passkey', () => needs.preparePasskeySignIn())

  app.post('/sign-in/option', { schema: { body: optionQuestion } }, async (request, reply) => {
    const told = await form.tell(request, request.body.username)
    if (told.kind === 'told') return { ...told.words, ...(told.companies.length > 0 && { companies: told.companies }) }
    return reply.code(429).header('retry-after', told.retryAfterSeconds).send({ option: 'none' })
  })

  app.post('/sign-in/popup', { schema: { body: signInForm } }, async (request, reply) => {
    const { username } = request.body
    const told = await form.tell(request, username)
    if (told.kind === 'told' && told.words.option === 'reset') {
      return show(reply, popupPage({ username, popup: told.words.popup }))
    }
    return form.showTold(reply, { username, told, ...place })
  })
}

const comesBack = {
  kind: 'success',
  title: 'Sign in to continue',
  text: 'Your session has ended, or you have not signed in yet. Afterwards the page that you had open is shown again.',
} as const

const notices: Partial<Record<Flash['code'], SignInPage['notice']>> = {
  'password-saved': {
    kind: 'success',
    title: 'Password saved',
    text: 'Sign in with your new password. All other sessions have ended.',
  },
  'set-up': {
    kind: 'success',
    title: 'Fieldkey is set up',
    text: 'Sign in with the password you just chose. Then add your team under Users.',
  },
  'signed-out': { kind: 'success', title: 'Signed out', text: 'You are signed out on this device.' },
}
