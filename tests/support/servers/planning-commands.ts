import { addRepWithRetailer, addVisit } from '../people/planning.ts'
import type { TestApp } from './app.ts'

/** The requests for the routes of visits and targets. */
export async function createPlanningCommands(app: TestApp) {
  const rep = await addRepWithRetailer(app)
  let minutes = 0
  const nextMinute = () => `10:${String(minutes++ % 60).padStart(2, '0')}`

  return {
    target: async (route: string) =>
      route.includes('/visits/{id}') ? addVisit(app, rep, new Date(`2026-05-04T${nextMinute()}:30Z`)) : undefined,
    queryOf: (route: string) => {
      if (route === 'GET /api/visits') return `?rep=${rep.repId}&from=2026-05-04`
      if (route === 'GET /api/visits/retailers') return `?rep=${rep.repId}`
      return route === 'GET /api/targets' ? '?year=2026' : ''
    },
    bodyOf: (route: string): object | undefined => {
      if (route === 'POST /api/visits')
        return { repId: rep.repId, retailerId: rep.retailerId, day: '2026-06-01', time: nextMinute(), note: '' }
      if (route === 'POST /api/visits/{id}') return { day: '2026-05-05' }
      if (route !== 'POST /api/targets') return undefined
      return { targets: [{ repId: rep.repId, month: '2026-05', amountCents: 100 }] }
    },
  }
}
