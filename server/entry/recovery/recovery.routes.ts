import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResetPurpose } from '../../platform/database/tables.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { readCookie, setCookie } from '../../platform/http/cookies.ts'
import { inEvenTime } from '../../platform/http/even-time.ts'
import { setFlash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Show } from '../../platform/http/show.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { createCompleteReset, ResetCompleted } from './complete-reset.ts'
import { endedLinkPage, unknownLinkPage } from './ended-link.pages.ts'
import { invitationSentPage, mailSentPage } from './mail-sent.pages.ts'
import type { ObjectionLink, ObjectToChange, ReadObjection } from './object-to-change.ts'
import { endedObjectionPage, objectedPage, objectionPage } from './objection.pages.ts'
import type { PrepareResetPage } from './prepare-reset-page.ts'
import type { ReadLink } from './read-link.ts'
import { askForm, handleParams, resetForm } from './recovery.forms.ts'
import { closedAccountPage, doorOf, type ResetErrors, resetPage, tooManyPage } from './recovery.pages.ts'
import type { OwnReset, RequestOwnReset } from './request-own-reset.ts'
import { codeWords, newPasswordWords } from './reset-words.ts'
import type { WakeAsks } from './take-asks.job.ts'

type Needs = {
  show: Show
  readLink: ReadLink
  requestOwnReset: RequestOwnReset
  wakeAsks: WakeAsks
  isMailSlow: () => Promise<boolean>
  prepareResetPage: PrepareResetPage
  completeReset: ReturnType<typeof createCompleteReset>
  readObjection: ReadObjection
  objectToChange: ObjectToChange
  resetCodeMinutes: number
  getContactLine: () => Promise<string>
}

/** Longer than the database takes to record a request. */
const evenMilliseconds = 40

export function recoveryRoutes(app: Http, needs: Needs): void {
  requestRoutes(app, needs)
  for (const purpose of ['reset', 'invitation'] as const) resetScreenRoutes(app, needs, purpose)
  objectionRoutes(app, needs)
}

function requestRoutes(app: Http, needs: Needs): void {
  const { show } = needs
  // Runs after the answer, so that the worker's effort for a known name can't delay it.
  const afterAnswer = {
    onResponse: async (_request: FastifyRequest, reply: FastifyReply) => {
      if (reply.statusCode === 303) await needs.wakeAsks()
    },
  }

  app.post('/reset', { schema: { body: askForm }, ...afterAnswer }, (request, reply) =>
    ask(needs, request, reply, {
      by: { username: request.body.username },
      username: request.body.username,
      door: doorOf.reset,
    }),
  )

  for (const door of [doorOf.reset, doorOf.invitation]) {
    app.post(`${door}/:handle/again`, { schema: { params: handleParams }, ...afterAnswer }, (request, reply) =>
      ask(needs, request, reply, { by: { handle: request.params.handle }, username: '', door }),
    )
  }

  app.get('/reset/sent', async (request, reply) => {
    const flash = takeFlash(request, reply)
    return show(
      reply,
      mailSentPage({
        username: flash?.about || undefined,
        minutes: needs.resetCodeMinutes,
        isSlow: await needs.isMailSlow(),
      }),
    )
  })

  app.get('/invite/sent', (_request, reply) => show(reply, invitationSentPage()))
}

type Asking = { by: OwnReset['by']; username: string; door: string }

async function ask(needs: Needs, request: FastifyRequest, reply: FastifyReply, { by, username, door }: Asking) {
  const { show, requestOwnReset } = needs
  const deviceToken = readCookie(request, 'device')
  const asked = await inEvenTime({ milliseconds: evenMilliseconds, log: request.log, door }, () =>
    requestOwnReset({ by, caller: callerOf(request), deviceToken }),
  )
  if (asked.kind === 'heard') {
    setFlash(reply, { code: 'mail-sent', about: username })
    return reply.redirect(`${door}/sent`, 303)
  }
  const { retryAfterSeconds } = asked
  reply.code(429).header('retry-after', retryAfterSeconds)
  const text =
    asked.kind === 'too-many-mails'
      ? 'Several reset emails were already sent to you. Use the newest one'
      : 'Too many reset emails were requested from this network'
  return show(reply, tooManyPage({ text, retryAfterSeconds, contactLine: await needs.getContactLine() }))
}

function resetScreenRoutes(app: Http, needs: Needs, purpose: ResetPurpose): void {
  const door = doorOf[purpose]

  app.get(`${door}/:handle`, { schema: { params: handleParams } }, (request, reply) =>
    showResetScreen(needs, reply, { purpose, handle: request.params.handle }),
  )

  app.post(`${door}/:handle`, { schema: { params: handleParams, body: resetForm } }, async (request, reply) => {
    const { handle } = request.params
    const { code, newPassword: first, confirmPassword: second } = request.body
    const caller = callerOf(request)
    const deviceToken = readCookie(request, 'device')
    const completed = await needs.completeReset({ purpose, handle, code, first, second, caller, deviceToken })
    if (completed.kind === 'saved') {
      setCookie(reply, 'device', completed.deviceToken, { maxAgeSeconds: limits.sessions.knownDeviceSeconds })
      setFlash(reply, { code: 'password-saved', about: completed.username })
      return reply.redirect('/sign-in', 303)
    }
    return showRefusal(needs, reply, { purpose, handle, code, completed })
  })
}

function objectionRoutes(app: Http, needs: Needs): void {
  const { show } = needs

  app.get('/objection/:handle', { schema: { params: handleParams } }, async (request, reply) => {
    const { handle } = request.params
    const link = await needs.readObjection(handle)
    if (link.kind === 'live') return show(reply, objectionPage({ ...link, handle }))
    return showEndedObjection(needs, reply, link)
  })

  app.post('/objection/:handle', { schema: { params: handleParams } }, async (request, reply) => {
    const link = await needs.objectToChange(request.params.handle, callerOf(request))
    if (link.kind === 'live') return show(reply, objectedPage(link))
    return showEndedObjection(needs, reply, link)
  })
}

type Screen = { purpose: ResetPurpose; handle: string; code?: string; errors?: ResetErrors }

async function showResetScreen({ show, readLink, prepareResetPage }: Needs, reply: FastifyReply, screen: Screen) {
  const { purpose, handle } = screen
  const link = await readLink(handle, purpose)
  if (link.kind === 'unknown') return show(reply.code(404), unknownLinkPage())
  if (link.kind === 'ended') return show(reply.code(410), endedLinkPage({ purpose, handle, why: link.why }))
  return show(reply, resetPage({ ...screen, ...(await prepareResetPage(link.pair)) }))
}

type RefusedReset = {
  purpose: ResetPurpose
  handle: string
  code: string
  completed: Exclude<ResetCompleted, { kind: 'saved' }>
}

async function showRefusal(needs: Needs, reply: FastifyReply, { purpose, handle, code, completed }: RefusedReset) {
  const { show } = needs
  const again = (errors: ResetErrors) => showResetScreen(needs, reply.code(422), { purpose, handle, code, errors })
  switch (completed.kind) {
    case 'unknown-link':
      return show(reply.code(404), unknownLinkPage())
    case 'ended':
      return show(reply.code(410), endedLinkPage({ purpose, handle, why: completed.why }))
    case 'closed':
      return show(reply.code(403), closedAccountPage(completed.why))
    case 'malformed-code':
      return again({ code: codeWords.malformed })
    case 'several-codes':
      return again({ code: codeWords.several })
    case 'wrong-code':
      return again({ code: codeWords.wrong(completed.triesLeft) })
    case 'refused-password':
      return again(newPasswordWords(completed.refusal))
    case 'too-many-tries': {
      const { retryAfterSeconds } = completed
      reply.code(429).header('retry-after', retryAfterSeconds)
      const contactLine = await needs.getContactLine()
      const text = 'Too many wrong codes for this account today'
      return show(reply, tooManyPage({ text, retryAfterSeconds, contactLine }))
    }
    case 'busy':
      return showResetScreen(needs, reply.code(503).header('retry-after', limits.hashing.retryAfterSeconds), {
        purpose,
        handle,
        code,
        errors: {
          newPassword: 'The server is busy. Nothing was saved. Wait a moment, then save again.',
        },
      })
  }
}

function showEndedObjection({ show }: Needs, reply: FastifyReply, link: Exclude<ObjectionLink, { kind: 'live' }>) {
  if (link.kind === 'unknown') return show(reply.code(404), endedObjectionPage('unknown'))
  return show(reply.code(410), endedObjectionPage(link.why))
}
