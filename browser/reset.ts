import { attachCodeField } from './code-field.ts'
import { attachEnterMovesOn } from './enter-moves-on.ts'
import { attachPasswordPair } from './password-pair.ts'
import { attachReveal } from './reveal.ts'
import { attachSaveInPlace } from './save-in-place.ts'
import { attachStrengthLoader } from './strength-loader.ts'
import { guardSubmits } from './submit-guard.ts'

attachReveal()
attachCodeField()
attachPasswordPair()
attachEnterMovesOn()
attachStrengthLoader()
attachSaveInPlace()
guardSubmits()
