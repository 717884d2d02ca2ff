import { secondStepPolicy } from '../../../shared/contract/second-step.ts'
import {
  newLogo,
  newOfficeNetwork,
  officeNetworkRemoval,
  organisationChange,
  settings,
} from '../../../shared/contract/settings.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import { brandOf } from '../../platform/http/brand.ts'
import { callerOf } from '../../platform/http/caller.ts'
import type { Http } from '../../platform/http/http.ts'
import { companySignInSettingsRoutes } from './company-sign-in.routes.ts'
import type { SettingsActions } from './settings.actions.ts'
import { taxClassesRoutes } from './tax-classes.routes.ts'

type Needs = SettingsActions

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

/** The image of a logo in base64, and the fields around it. */
const logoBodyLimit = 144 * 1024

export function settingsRoutes(api: Http, needs: Needs): void {
  const reading = {
    summary: 'Read the organisation, and the limits of this server',
    response: { 200: settings, ...refusals },
  }
  api.get('/settings', { config: mayRead, schema: reading }, async request => {
    const { facts, ...read } = await needs.readSettings()
    return { ...read, logo: brandOf(facts).logo ?? null, ownNetwork: callerOf(request).network }
  })

  const changing = {
    summary: 'Change the organisation on pages and in mail; omitted fields stay',
    body: organisationChange,
    response: { 200: done, ...refusals },
  }
  api.post('/settings', { config: mayChange, schema: changing }, async request => {
    const { kind, fields } = await needs.changeOrganisation({
      change: request.body,
      authority: authorityOf(request),
    })
    const text =
      fields.length === 0 ? 'Nothing to change.' : 'Saved. The change is now on every page and in every email.'
    return { kind, text }
  })

  const logo = { summary: 'Replace the mark with a logo', body: newLogo, response: { 200: done, ...refusals } }
  api.post('/settings/logo', { config: mayChange, schema: logo, bodyLimit: logoBodyLimit }, async (request, reply) => {
    const image = Buffer.from(request.body.image, 'base64')
    const { kind } = await needs.changeLogo({ image, authority: authorityOf(request) })
    if (kind !== 'changed') return refuse(reply, kind)
    return { kind, text: 'The new logo is on every page.' }
  })

  const removing = { summary: 'Remove the logo', response: { 200: done, ...refusals } }
  api.post('/settings/logo/remove', { config: mayChange, schema: removing }, async request => {
    const { kind } = await needs.removeLogo({ authority: authorityOf(request) })
    return { kind, text: 'The logo is removed. Pages show Fieldkey’s mark again.' }
  })

  const asking = {
    summary: 'Change who is asked for a second step, from the next sign-in on',
    body: secondStepPolicy,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/second-step', { config: mayChange, schema: asking }, async request => {
    const { kind } = await needs.changeSecondStep({ policy: request.body, authority: authorityOf(request) })
    return { kind, text: 'Saved. The rule applies from the next sign-in on.' }
  })

  officeNetworkRoutes(api, needs)
  taxClassesRoutes(api, needs)
  companySignInSettingsRoutes(api, needs)
}

function officeNetworkRoutes(api: Http, { markOfficeNetwork, unmarkOfficeNetwork }: Needs): void {
  const marking = {
    summary: 'Mark a network as an office, where more people can reset their passwords',
    body: newOfficeNetwork,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/office-networks', { config: mayChange, schema: marking }, async (request, reply) => {
    const marked = await markOfficeNetwork({ ...request.body, authority: authorityOf(request) })
    if (marked.kind !== 'marked') return refuse(reply, marked.kind)
    return { kind: marked.kind, text: `${marked.network} is now marked as an office.` }
  })

  const removing = {
    summary: 'Remove a network from the offices',
    body: officeNetworkRemoval,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/office-networks/remove', { config: mayChange, schema: removing }, async (request, reply) => {
    const { kind } = await unmarkOfficeNetwork({ ...request.body, authority: authorityOf(request) })
    if (kind !== 'unmarked') return refuse(reply, kind)
    return { kind, text: `${request.body.network} is no longer an office.` }
  })
}
