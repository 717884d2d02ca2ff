import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Lists tracked and new files, without those that .gitignore excludes. */
export function listFiles(): string[] {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const paths = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return [...new Set(paths.split('\0'))].filter(path => path !== '' && existsSync(join(root, path))).sort()
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** False for binary files such as images. */
export function isText(path: string): boolean {
  return !/\.(?:png|jpe?g|webp|ico|woff2?|gz|br)$/.test(path)
}

type Package = {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

export function readPackage(): Package {
  return JSON.parse(readText('package.json'))
}
