import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Runs every check that needs no running code. It writes nothing: problems are shown, not fixed. */
const steps = [
  { name: 'types', command: 'tsc', args: ['--noEmit', '--pretty', 'false'] },
  { name: 'types of the app', command: 'tsc', args: ['-p', 'tsconfig.rep-app.json', '--noEmit', '--pretty', 'false'] },
  { name: 'format and lint', command: 'biome', args: ['ci', '--colors=off'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  { name: 'house rules', command: 'vitest', args: ['run', '--project', 'house', '--reporter=dot'] },
] as const

type Step = (typeof steps)[number]
type Verdict = { passed: boolean; seconds: number; output: string }

const root = join(import.meta.dirname, '..')
/** The output may end up in a file. */
const env = { ...process.env, NO_COLOR: '1' }

function run({ command, args }: Step): Promise<Verdict> {
  const startedAt = performance.now()
  const output: Buffer[] = []
  return new Promise(resolve => {
    const child = spawn(join(root, 'node_modules/.bin', command), args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = (passed: boolean) => {
      const seconds = (performance.now() - startedAt) / 1000
      resolve({ passed, seconds, output: Buffer.concat(output).toString('utf8').trimEnd() })
    }
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', fault => {
      output.push(Buffer.from(`${command} could not be started: ${fault.message}\n`))
      end(false)
    })
    child.on('close', code => end(code === 0))
  })
}

function tell(step: Step, verdict: Verdict): void {
  const mark = verdict.passed ? 'passed' : 'FAILED'
  console.log(`${mark}  ${step.name.padEnd(16)} ${verdict.seconds.toFixed(1)} s`)
  if (!verdict.passed) console.log(`\n${verdict.output}\n`)
}

const verdicts = await Promise.all(
  steps.map(async step => {
    const verdict = await run(step)
    tell(step, verdict)
    return verdict
  }),
)

const failed = verdicts.filter(verdict => !verdict.passed).length
console.log(failed === 0 ? 'The check passed.' : `The check failed at ${failed} of ${steps.length} steps.`)
process.exitCode = failed === 0 ? 0 : 1
