/** Rewrites docs/app-statements.md. */

import { writeFileSync } from 'node:fs'
import { describeStatements } from '../rep-app/statements/all-statements.ts'

writeFileSync(new URL('../docs/app-statements.md', import.meta.url), describeStatements())
