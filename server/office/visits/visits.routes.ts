import { done } from '../../../shared/contract/users.ts'
import {
  newVisit,
  repList,
  repQuery,
  visitChange,
  visitId,
  visitPlaces,
  visitPlacesQuery,
  visitQuery,
  visitWeek,
} from '../../../shared/contract/visits.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { VisitActions } from './visits.actions.ts'

const mayRead = { right: { module: 'retailers', access: 'read' } } as const
const mayWrite = { right: { module: 'retailers', access: 'write' } } as const

/** Routes for the visits that the office plans with the reps. */
export function visitsRoutes(api: Http, needs: VisitActions): void {
  const choosing = { summary: 'Find reps by name, at most 50', querystring: repQuery }
  api.get('/reps', { config: mayRead, schema: { ...choosing, response: { 200: repList, ...refusals } } }, request =>
    needs.listReps(request.query),
  )

  const listing = { summary: 'List the visits of a rep in one week', querystring: visitQuery }
  api.get(
    '/visits',
    { config: mayRead, schema: { ...listing, response: { 200: visitWeek, ...refusals } } },
    async (request, reply) => {
      const { rep: repId, from } = request.query
      return (await needs.listVisits({ repId, from })) ?? refuse(reply, 'no-such-rep')
    },
  )

  const places = { summary: 'Find retailers that a rep may visit, at most 20', querystring: visitPlacesQuery }
  api.get(
    '/visits/retailers',
    { config: mayRead, schema: { ...places, response: { 200: visitPlaces, ...refusals } } },
    request => needs.listVisitPlaces({ repId: request.query.rep, search: request.query.search }),
  )

  const planning = { summary: 'Plan a visit', body: newVisit, response: { 200: done, ...refusals } }
  api.post('/visits', { config: mayWrite, schema: planning }, async (request, reply) => {
    const { day, time } = request.body
    const planned = await needs.planVisit({ visit: request.body, authority: authorityOf(request) })
    if (planned.kind !== 'planned') return refuse(reply, planned.kind)
    return { kind: planned.kind, text: `The visit to ${planned.retailerName} is planned for ${day} at ${time}.` }
  })

  const command = (summary: string) => ({ summary, params: visitId, response: { 200: done, ...refusals } })
  api.post(
    '/visits/:id',
    { config: mayWrite, schema: { ...command('Move a visit, or change its note'), body: visitChange } },
    async (request, reply) => {
      const changed = await needs.changeVisit({
        id: request.params.id,
        change: request.body,
        authority: authorityOf(request),
      })
      if (changed.kind !== 'changed') return refuse(reply, changed.kind)
      return { kind: changed.kind, text: `The visit is on ${changed.day} at ${changed.time}.` }
    },
  )

  api.post(
    '/visits/:id/remove',
    { config: mayWrite, schema: command('Remove a visit, also from the app of the rep') },
    async (request, reply) => {
      const removed = await needs.removeVisit({ id: request.params.id, authority: authorityOf(request) })
      return removed.kind === 'removed'
        ? { kind: removed.kind, text: 'The visit is removed.' }
        : refuse(reply, removed.kind)
    },
  )
}
