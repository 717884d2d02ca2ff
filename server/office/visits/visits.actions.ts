import type { Ground } from '../../platform/ground.ts'
import { createChangeVisit, createRemoveVisit } from './change-visit.ts'
import { createListReps, createListVisitPlaces, createListVisits } from './list-visits.ts'
import { createPlanVisit } from './plan-visit.ts'

export function createVisitActions(ground: Ground) {
  return {
    changeVisit: createChangeVisit(ground),
    listReps: createListReps(ground),
    listVisitPlaces: createListVisitPlaces(ground),
    listVisits: createListVisits(ground),
    planVisit: createPlanVisit(ground),
    removeVisit: createRemoveVisit(ground),
  }
}

export type VisitActions = ReturnType<typeof createVisitActions>
