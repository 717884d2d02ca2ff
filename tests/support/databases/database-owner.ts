import { openEmbedded } from '../../../server/platform/database/embedded/open-embedded.ts'

/** A process that opens and holds the database of a folder until a test kills it: `node database-owner.ts FOLDER`. */
const [dataDir = ''] = process.argv.slice(2)
const log = { warn: console.error, error: console.error }
const { connection } = await openEmbedded({ dataDir, exclusive: true, log, settings: ['fsync=off'] })
console.log(JSON.stringify(connection))
