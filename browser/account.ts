import { attachEnterMovesOn } from './enter-moves-on.ts'
import { attachPasskeys } from './passkeys.ts'
import { attachPasswordPair } from './password-pair.ts'
import { attachReveal } from './reveal.ts'
import { attachSaveInPlace } from './save-in-place.ts'
import { attachStrengthLoader } from './strength-loader.ts'
import { guardSubmits } from './submit-guard.ts'

attachReveal()
attachPasswordPair()
attachEnterMovesOn()
attachStrengthLoader()
attachPasskeys()
attachSaveInPlace()
guardSubmits()
