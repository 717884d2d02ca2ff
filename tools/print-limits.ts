/** Rewrites docs/limits.md. */

import { writeFileSync } from 'node:fs'
import { describeLimits } from '../server/platform/limits/describe-limits.ts'

writeFileSync(new URL('../docs/limits.md', import.meta.url), describeLimits())
