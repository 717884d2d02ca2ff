import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LiveSession, ReadSession } from '../../people/sessions/read-session.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { clearCookie, readCookie, setCookie } from '../../platform/http/cookies.ts'
import { type Flash, setFlash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Show } from '../../platform/http/show.ts'
import { newPasswordWords } from '../recovery/reset-words.ts'
import { createAsPerson } from '../second-step/own-recent.routes.ts'
import { wrongCode } from '../second-step/second-step-form.routes.ts'
import type { PasswordChanged } from './change-password.ts'
import type { PasswordConfirmed } from './confirm-password.ts'
import type { OwnAccountActions } from './own-account.actions.ts'
import { addressForm, changeForm, confirmForm, confirmQuery, endForm } from './own-account.forms.ts'
import { type AccountPage, accountPage, type ChangeErrors, confirmPage } from './own-account.pages.ts'

type Needs = OwnAccountActions & {
  show: Show
  readSession: ReadSession
  /** True for a person who confirms with a code besides the password. */
  asksCode: (accountId: string) => Promise<boolean>
}

const notices: Partial<Record<Flash['code'], AccountPage['notice']>> = {
  'password-changed': { title: 'Password saved', text: 'All your other sessions have ended.' },
  'address-confirmed': { title: 'Your new address is confirmed', text: 'Password emails go there now.' },
  'company-linked': { title: 'Company sign-in linked', text: 'You can now sign in with it.' },
  'company-not-linked': {
    title: 'Nothing was linked',
    text: 'That company account is linked to someone else here, or not meant for your account.',
  },
  'company-unlinked': { title: 'Company sign-in unlinked', text: 'Sign in with your password from now on.' },
  'session-ended': { title: 'Session ended', text: 'That browser needs your password to sign in again.' },
}

export function ownAccountRoutes(app: Http, needs: Needs): void {
  const steps = createSteps(needs)
  accountRoutes(app, needs, steps)
  confirmRoutes(app, needs, steps)
}

type Steps = ReturnType<typeof createSteps>

/** What the routes of a signed-in person share. */
function createSteps(needs: Needs) {
  const asPerson = createAsPerson(needs)

  async function showAccount(reply: FastifyReply, session: LiveSession, more: Pick<AccountPage, 'notice' | 'errors'>) {
    return needs.show(reply, accountPage({ ...(await needs.prepareAccountPage(session)), ...more }))
  }

  async function tryOf(request: FastifyRequest, session: LiveSession, password: string) {
    const { usernameKey } = await needs.getOwnNames(session)
    const deviceToken = readCookie(request, 'device')
    return { usernameKey, password, caller: callerOf(request), deviceToken, sessionId: session.id }
  }

  return { asPerson, showAccount, tryOf }
}

function accountRoutes(app: Http, needs: Needs, { asPerson, showAccount, tryOf }: Steps): void {
  app.get('/account', (request, reply) =>
    asPerson(request, reply, session => {
      const flash = takeFlash(request, reply)
      return showAccount(reply, session, { notice: flash && notices[flash.code] })
    }),
  )

  app.post('/account/password', { schema: { body: changeForm } }, (request, reply) =>
    asPerson(request, reply, async session => {
      const { currentPassword, newPassword: first, confirmPassword: second } = request.body
      const changed = await needs.changePassword({ ...(await tryOf(request, session, currentPassword)), first, second })
      if (changed.kind === 'changed') {
        setCookie(reply, 'session', changed.sessionToken)
        setFlash(reply, { code: 'password-changed' })
        return reply.redirect('/account', 303)
      }
      return showAccount(reply.code(statusOf(changed)), session, { errors: errorsOf(changed) })
    }),
  )

  app.post('/account/sessions/end', { schema: { body: endForm } }, (request, reply) =>
    asPerson(request, reply, async session => {
      const which = request.body.session
      const ended = await needs.endSessions({ session, which, caller: callerOf(request) })
      if (ended.kind === 'confirm-first') return reply.redirect(`/account/confirm?session=${which}`, 303)
      setFlash(reply, { code: 'session-ended' })
      return reply.redirect('/account', 303)
    }),
  )

  app.post('/account/address', { schema: { body: addressForm } }, (request, reply) =>
    asPerson(request, reply, async session => {
      const changeId = request.body.change
      const { kind } = await needs.confirmAddress({ session, changeId, caller: callerOf(request) })
      if (kind === 'confirm-first') return reply.redirect(`/account/confirm?change=${changeId}`, 303)
      if (kind === 'confirmed') setFlash(reply, { code: 'address-confirmed' })
      return reply.redirect('/account', 303)
    }),
  )

  app.post('/account/sign-out', (request, reply) =>
    asPerson(request, reply, async session => {
      await needs.signOut({ session, caller: callerOf(request) })
      clearCookie(reply, 'session')
      setFlash(reply, { code: 'signed-out' })
      return reply.redirect('/sign-in', 303)
    }),
  )
}

function confirmRoutes(app: Http, needs: Needs, { asPerson, tryOf }: Steps): void {
  const { show } = needs

  async function factsOf(session: LiveSession) {
    const [{ username }, asksCode] = await Promise.all([needs.getOwnNames(session), needs.asksCode(session.accountId)])
    return { username, asksCode }
  }

  app.get('/account/confirm', { schema: { querystring: confirmQuery } }, (request, reply) =>
    asPerson(request, reply, async session => {
      return show(reply, confirmPage({ ...request.query, ...(await factsOf(session)) }))
    }),
  )

  app.post('/account/confirm', { schema: { body: confirmForm } }, (request, reply) =>
    asPerson(request, reply, async session => {
      const { session: which, change: changeId, next, currentPassword, code, passkey: answer } = request.body
      const confirmed =
        answer === undefined
          ? await needs.confirmPassword({ ...(await tryOf(request, session, currentPassword)), code })
          : await needs.confirmByPasskey({ session, answer, caller: callerOf(request) })
      if (confirmed.kind === 'confirmed') {
        setCookie(reply, 'session', confirmed.sessionToken)
        const proved = { session: { ...session, isRecent: true }, caller: callerOf(request) }
        if (which !== undefined) {
          await needs.endSessions({ ...proved, which })
          setFlash(reply, { code: 'session-ended' })
        }
        if (changeId !== undefined && (await needs.confirmAddress({ ...proved, changeId })).kind === 'confirmed') {
          setFlash(reply, { code: 'address-confirmed' })
        }
        return reply.redirect(next === undefined ? '/account' : `/account/${next}`, 303)
      }
      const { problem, status } = refusedConfirmation(confirmed)
      return show(
        reply.code(status),
        confirmPage({ ...(await factsOf(session)), session: which, change: changeId, next, problem }),
      )
    }),
  )
}

type RefusedChange = Exclude<PasswordChanged, { kind: 'changed' }>

function statusOf({ kind }: RefusedChange): number {
  if (kind === 'wait') return 429
  return kind === 'busy' ? 503 : 422
}

function refusedConfirmation(refused: Exclude<PasswordConfirmed, { kind: 'confirmed' }>) {
  switch (refused.kind) {
    case 'wrong-code':
      return { status: 422, problem: { text: wrongCode, fieldId: 'code' as const } }
    case 'wrong-passkey':
      return { status: 422, problem: { text: "That passkey doesn't belong to this account, or it failed." } }
    default:
      return {
        status: statusOf(refused),
        problem: { text: errorsOf(refused).currentPassword ?? '', fieldId: 'currentPassword' as const },
      }
  }
}

function errorsOf(refused: RefusedChange): ChangeErrors {
  switch (refused.kind) {
    case 'wrong-password':
      return { currentPassword: "This isn't your current password." }
    case 'wait':
      return {
        currentPassword: `Too many attempts. Wait ${waitWords(refused.retryAfterSeconds)}, then try again.`,
      }
    case 'refused-password':
      return newPasswordWords(refused.refusal)
    case 'busy':
      return { currentPassword: 'The server is busy. Wait a few seconds and try again.' }
  }
}
