import {
  companyProviderDraft,
  companyProviderRemoval,
  companyProviders,
} from '../../../shared/contract/company-sign-in.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { SettingsActions } from './settings.actions.ts'

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

/** The OpenID providers of the organisation. */
export function companySignInSettingsRoutes(api: Http, needs: SettingsActions): void {
  const listing = { summary: 'List the providers of company sign-in', response: { 200: companyProviders, ...refusals } }
  api.get('/settings/company-sign-in', { config: mayRead, schema: listing }, () => needs.listCompanyProviders())

  const saving = {
    summary: 'Add or change a provider of company sign-in',
    body: companyProviderDraft,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/company-sign-in', { config: mayChange, schema: saving }, async (request, reply) => {
    const saved = await needs.saveCompanyProvider({ draft: request.body, authority: authorityOf(request) })
    if (saved.kind !== 'saved') return refuse(reply, saved.kind)
    const { name } = request.body
    const text = saved.isReachable
      ? `Saved. People can now continue with ${name}.`
      : `Saved, but ${name} doesn't answer as this issuer. Check the issuer, and whether this server can reach it.`
    return { kind: saved.kind, text }
  })

  const removing = {
    summary: 'Remove a provider, and unlink everyone from it',
    body: companyProviderRemoval,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/company-sign-in/remove', { config: mayChange, schema: removing }, async (request, reply) => {
    const { kind } = await needs.removeCompanyProvider({ id: request.body.id, authority: authorityOf(request) })
    if (kind !== 'removed') return refuse(reply, kind)
    return { kind, text: 'Removed. Passwords and passkeys work again for its people.' }
  })
}
