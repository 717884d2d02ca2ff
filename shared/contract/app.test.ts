import { expect, test } from 'vitest'
import * as app from './app.ts'

test("has examples that match their shapes in every route of the app's API", () => {
  const shapes = [app.appPerson, app.pulledPage, app.pushAnswer, app.heartbeatAnswer, app.contactResetAnswer]
  for (const shape of shapes) {
    for (const example of (shape.meta()?.examples ?? []) as unknown[]) expect(shape.parse(example)).toEqual(example)
  }
})
