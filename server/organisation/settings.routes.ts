import { newLogo, organisationChange, settings } from '../../shared/contract/settings.ts'
import { done } from '../../shared/contract/users.ts'
import { brandOf } from '../http/brand.ts'
import type { Http } from '../http/create-http.ts'
import { authorityOf, refusals, refuse } from '../roles/admin-api.routes.ts'
import type { ChangeLogo } from './change-logo.ts'
import type { ChangeOrganisation } from './change-organisation.ts'
import type { ReadSettings } from './read-settings.ts'
import type { RemoveLogo } from './remove-logo.ts'

type Needs = {
  readSettings: ReadSettings
  changeOrganisation: ChangeOrganisation
  changeLogo: ChangeLogo
  removeLogo: RemoveLogo
}

const mayRead = { needs: { module: 'settings', access: 'read' } } as const
const mayChange = { needs: { module: 'settings', access: 'write', isSensitive: true } } as const

/** The image of a logo, written as base64, and what stands around it. */
const logoBodyLimit = 144 * 1024

export function settingsRoutes(api: Http, needs: Needs): void {
  const reading = {
    summary: 'The organisation, and the limits that this server keeps',
    response: { 200: settings, ...refusals },
  }
  api.get('/settings', { config: mayRead, schema: reading }, async () => {
    const { facts, ...read } = await needs.readSettings()
    return { ...read, logo: brandOf(facts).logo ?? null }
  })

  const changing = {
    summary: 'Change what stands on pages and in mails; what is left out stays',
    body: organisationChange,
    response: { 200: done, ...refusals },
  }
  api.post('/settings', { config: mayChange, schema: changing }, async request => {
    const { kind, fields } = await needs.changeOrganisation({
      change: request.body,
      authority: authorityOf(request),
    })
    const text =
      fields.length === 0 ? 'Nothing was to be changed.' : 'Saved. It counts at once, on every page and in every mail.'
    return { kind, text }
  })

  const logo = { summary: 'Put a logo in place of the mark', body: newLogo, response: { 200: done, ...refusals } }
  api.post('/settings/logo', { config: mayChange, schema: logo, bodyLimit: logoBodyLimit }, async (request, reply) => {
    const image = Buffer.from(request.body.image, 'base64')
    const { kind } = await needs.changeLogo({ image, authority: authorityOf(request) })
    if (kind !== 'changed') return refuse(reply, kind)
    return { kind, text: 'The logo stands on every page now.' }
  })

  const removing = { summary: 'Take the logo away', response: { 200: done, ...refusals } }
  api.post('/settings/logo/remove', { config: mayChange, schema: removing }, async request => {
    const { kind } = await needs.removeLogo({ authority: authorityOf(request) })
    return { kind, text: 'The logo is gone, and the mark stands there again.' }
  })
}
