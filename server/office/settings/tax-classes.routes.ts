import { taxClass, taxClassRemoval } from '../../../shared/contract/tax-classes.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { SettingsActions } from './settings.actions.ts'

const config = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

/** Routes for the tax rates of the organisation, which GET /settings lists. */
export function taxClassesRoutes(api: Http, { saveTaxClass, removeTaxClass }: SettingsActions): void {
  const saving = {
    summary: 'Add a tax class, or change its name and rate',
    body: taxClass,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/tax-classes', { config, schema: saving }, async request => {
    const { kind } = await saveTaxClass({ taxClass: request.body, authority: authorityOf(request) })
    return { kind, text: `${request.body.name} is saved. Orders that exist keep their rate.` }
  })

  const removing = {
    summary: 'Remove a tax class that no product has',
    body: taxClassRemoval,
    response: { 200: done, ...refusals },
  }
  api.post('/settings/tax-classes/remove', { config, schema: removing }, async (request, reply) => {
    const { kind } = await removeTaxClass({ ...request.body, authority: authorityOf(request) })
    return kind === 'removed' ? { kind, text: 'The tax class is removed.' } : refuse(reply, kind)
  })
}
