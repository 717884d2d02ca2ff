import { expect, test } from 'vitest'
import * as app from './app.ts'

test('every example of the API of the app is of the shape that it stands for', () => {
  const shapes = [app.appPerson, app.pulledPage, app.pushAnswer, app.heartbeatAnswer, app.contactResetAnswer]
  for (const shape of shapes) {
    for (const example of (shape.meta()?.examples ?? []) as unknown[]) expect(shape.parse(example)).toEqual(example)
  }
})
