import { attachCodeField } from './code-field.ts'
import { attachPasswordPair } from './password-pair.ts'
import { attachReveal } from './reveal.ts'
import { attachStrengthLoader } from './strength-loader.ts'
import { guardSubmits } from './submit-guard.ts'

attachReveal()
attachCodeField()
attachPasswordPair()
attachStrengthLoader()
guardSubmits()
