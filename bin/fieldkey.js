#!/usr/bin/env node
// The command of production. It installs nothing: what runs there is put there on purpose.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findFault, installation } from './packages.js'
import { runInOrder } from './run-in-order.js'
import { readSettings } from './settings-file.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = ['dist/browser', 'dist/strength']

const fault = findFault({ withDevelopment: false })
const unbuilt = built.find(folder => !existsSync(`${root}${folder}`))

if (fault !== undefined) {
  console.error(`${fault}. Run this in ${root}: npm ${installation.join(' ')}`)
  process.exitCode = 1
} else if (unbuilt !== undefined) {
  console.error(`${unbuilt} is not built. Run this in ${root}: npm run build`)
  process.exitCode = 1
} else {
  await run()
}

async function run() {
  try {
    Object.assign(process.env, readSettings(process.env))
  } catch (refusal) {
    console.error(refusal.message)
    process.exitCode = 1
    return
  }
  process.exitCode = await runInOrder([[`${root}server/main/cli.ts`, ...process.argv.slice(2)]])
}
