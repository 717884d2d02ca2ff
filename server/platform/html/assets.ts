import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

export const scriptNames = ['sign-in', 'reset', 'account', 'second-step', 'shop'] as const
export type ScriptName = (typeof scriptNames)[number]

/** A module script: its address and those of its imports, which are fetched beside it and not after it. */
export type ScriptAsset = { src: string; preload: string[] }

/** Addresses of what the pages load. The hash in each name lets browsers cache it for good. */
export type Assets = { stylesheet: string; shopStylesheet: string; scripts: Record<ScriptName, ScriptAsset> }

type ManifestChunk = { file: string; imports?: string[] }
type Manifest = Record<string, ManifestChunk | undefined>

/**
 * Reads Vite's manifest (`dist/browser/.vite/manifest.json`). Throws if an entry is missing, because then the pages
 * were not built.
 */
export function readAssets(manifestPath: string): Assets {
  const manifest: Manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
  return {
    stylesheet: urlOf(getChunk(manifest, 'browser/account.css', manifestPath)),
    shopStylesheet: urlOf(getChunk(manifest, 'browser/shop.css', manifestPath)),
    scripts: {
      'sign-in': readScript(manifest, 'browser/sign-in.ts', manifestPath),
      reset: readScript(manifest, 'browser/reset.ts', manifestPath),
      account: readScript(manifest, 'browser/account.ts', manifestPath),
      'second-step': readScript(manifest, 'browser/second-step.ts', manifestPath),
      shop: readScript(manifest, 'browser/shop.ts', manifestPath),
    },
  }
}

function readScript(manifest: Manifest, entry: string, manifestPath: string): ScriptAsset {
  const chunk = getChunk(manifest, entry, manifestPath)
  const imported = listImports(manifest, chunk, manifestPath)
  return { src: urlOf(chunk), preload: [...new Set(imported.map(urlOf))] }
}

function listImports(manifest: Manifest, chunk: ManifestChunk, manifestPath: string): ManifestChunk[] {
  return (chunk.imports ?? []).flatMap(key => {
    const imported = getChunk(manifest, key, manifestPath)
    return [imported, ...listImports(manifest, imported, manifestPath)]
  })
}

function getChunk(manifest: Manifest, key: string, manifestPath: string): ManifestChunk {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${manifestPath} does not name ${key}: run "npm run build" to build the pages`)
  return chunk
}

function urlOf(chunk: ManifestChunk): string {
  return `/assets/${basename(chunk.file)}`
}
