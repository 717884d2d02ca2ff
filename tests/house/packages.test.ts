import { describe, expect, it } from 'vitest'
import { readPackage, readText } from './repository.ts'

type Locked = {
  version?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const { dependencies, optionalDependencies, devDependencies, allowScripts } = readPackage()
const packages: Record<string, Locked> = JSON.parse(readText('package-lock.json')).packages
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('packages', () => {
  it('are pinned exactly', () => {
    const versions = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('are locked at their pinned versions', () => {
    const root = packages['']
    expect(root?.dependencies).toEqual(dependencies)
    expect(root?.optionalDependencies).toEqual(optionalDependencies)
    expect(root?.devDependencies).toEqual(devDependencies)
    const locked = Object.entries({ ...dependencies, ...devDependencies })
    expect(locked.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  it('with an install script are each allowed or refused by name', () => {
    const withScripts = Object.entries(packages).filter(([, locked]) => locked.hasInstallScript === true)
    const names = [...new Set(withScripts.map(([path]) => nameOf(path)))]
    expect(names).toContain('node')
    expect(names.filter(name => !(name in allowScripts))).toEqual([])
    const allowed = Object.keys(allowScripts).filter(name => allowScripts[name])
    expect(allowed.filter(name => !names.includes(name) && !(name in optionalDependencies))).toEqual([])
  })

  it('come from the public registry or the one that npm is configured for', () => {
    const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved === undefined ? [] : [resolved]))
    expect(addresses.filter(address => !address.startsWith('https://registry.npmjs.org/'))).toEqual([])
  })
})
