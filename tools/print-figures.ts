/** Prints how long files and functions are, and which files import each other in a circle. */

import { measure } from '../tests/house/figures.ts'
import { readSourceFiles } from '../tests/house/source-files.ts'

const { files, functions, runtimeCycles, typeCycles } = measure(readSourceFiles())
const { path, line, lines } = functions.longest

console.log(`Lines of a file: median ${files.median}, p95 ${files.p95}`)
console.log(`Lines of a function: p95 ${functions.p95}, longest ${lines} (${path}:${line})`)
console.log(`Import cycles: ${runtimeCycles.length} at runtime, ${typeCycles.length} of types`)
for (const cycle of [...runtimeCycles, ...typeCycles]) console.log(`  ${cycle}`)
