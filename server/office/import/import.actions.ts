import type { Ground } from '../../platform/ground.ts'
import { createCheckImport } from './check-import.ts'
import { createDiscardImport } from './discard-import.ts'
import { createExportResult } from './export-result.ts'
import { createExportRows } from './export-rows.ts'
import { createInviteAdded } from './invite-added.ts'
import { createListImportRows } from './list-import-rows.ts'
import { createListImports } from './list-imports.ts'
import { createReadImport } from './read-import.ts'
import { createRunImport } from './run-import.ts'
import { createStopImport } from './stop-import.ts'
import { createUploadImport } from './upload-import.ts'

export function createImportActions(ground: Ground) {
  return {
    checkImport: createCheckImport(ground),
    discardImport: createDiscardImport(ground),
    exportResult: createExportResult(ground),
    exportRows: createExportRows(ground),
    inviteAdded: createInviteAdded(ground),
    listImportRows: createListImportRows(ground),
    listImports: createListImports(ground),
    readImport: createReadImport(ground),
    runImport: createRunImport(ground),
    stopImport: createStopImport(ground),
    uploadImport: createUploadImport(ground),
  }
}

export type ImportActions = ReturnType<typeof createImportActions>
