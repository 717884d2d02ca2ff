import { targetChanges, targetPage, targetQuery } from '../../../shared/contract/targets.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { TargetActions } from './targets.actions.ts'

/** Routes for the targets of reps. */
export function targetsRoutes(api: Http, needs: TargetActions): void {
  const listing = { summary: 'List reps with their targets of one year, a page at a time', querystring: targetQuery }
  api.get(
    '/targets',
    {
      config: { right: { module: 'retailers', access: 'read' } },
      schema: { ...listing, response: { 200: targetPage, ...refusals } },
    },
    request => needs.listRepTargets(request.query),
  )

  const changing = { summary: 'Set or remove targets, all or none', body: targetChanges }
  api.post(
    '/targets',
    {
      config: { right: { module: 'retailers', access: 'write' } },
      schema: { ...changing, response: { 200: done, ...refusals } },
    },
    async (request, reply) => {
      const changed = await needs.changeTargets({ ...request.body, authority: authorityOf(request) })
      return changed.kind === 'saved'
        ? { kind: changed.kind, text: `Targets saved: ${changed.count}.` }
        : refuse(reply, changed.kind)
    },
  )
}
