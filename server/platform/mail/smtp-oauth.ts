import { z } from 'zod'
import { systemClock } from '../clock.ts'

export type OAuthSettings = {
  tokenUrl: string
  clientId: string
  clientSecret: string
  /**
   * With a refresh token, access tokens belong to the mailbox that consented (Google). Without one, they belong to the
   * app itself (Microsoft 365).
   */
  refreshToken?: string
  scope?: string
}

type Token = { accessToken: string; expiresAt: number }

const answerShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().optional() })
const refusalShape = z.object({ error: z.string(), error_description: z.string().optional() })

const patienceMs = 10_000
/** Renews early, so no token expires on the way to the mail server. */
const marginSeconds = 60

/**
 * Requests a token from the token server (RFC 6749, 4.4 and 6). Errors name the token server and its answer, never a
 * secret.
 */
export async function requestToken(settings: OAuthSettings): Promise<Token> {
  const { tokenUrl, clientId, clientSecret, refreshToken, scope } = settings
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    ...(refreshToken === undefined
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }),
    ...(scope !== undefined && { scope }),
  })
  const answer = await ask(tokenUrl, body)
  const token = answerShape.safeParse(answer)
  if (token.success) {
    const { access_token: accessToken, expires_in: seconds = 300 } = token.data
    // The library compares this with the machine's own clock.
    return { accessToken, expiresAt: systemClock.now().getTime() + Math.max(0, seconds - marginSeconds) * 1000 }
  }
  const refusal = refusalShape.safeParse(answer)
  const why = refusal.success
    ? [refusal.data.error, refusal.data.error_description].filter(Boolean).join(': ')
    : 'its answer holds no token'
  throw new Error(`the token server of SMTP_OAUTH_TOKEN_URL gives no token: ${why}`)
}

async function ask(tokenUrl: string, body: URLSearchParams): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(tokenUrl, { method: 'POST', body, signal, redirect: 'error' })
    return JSON.parse(await response.text())
  } catch (fault) {
    const { cause, message } = fault as Error
    const why = cause instanceof Error ? cause.message : message
    throw new Error(`the token server of SMTP_OAUTH_TOKEN_URL can't be asked: ${why}`, { cause: fault })
  }
}
