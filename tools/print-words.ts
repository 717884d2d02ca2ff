/** Writes docs/words.md: every sentence that people read, for reviewers and translators. */

import { writeFileSync } from 'node:fs'
import { describeWords } from './words/describe-words.ts'

writeFileSync(new URL('../docs/words.md', import.meta.url), describeWords())
