import { describe, expect, it } from 'vitest'
import { isText, listFiles, readText } from './repository.ts'

/** A rule about the words of all files, with lines that break it and lines that do not. */
type WordRule = { says: string; pattern: RegExp; breaches: string[]; fine: string[] }

const slash = '/'

const wordRules: WordRule[] = [
  {
    says: 'contain no path of a particular machine',
    pattern: /(?<![\w.\-/])\/(?:root|work|home|Users|mnt)\/[\w.]/,
    breaches: [`${slash}root/data`, `"${slash}home/jan/x"`, `at ${slash}work/x`],
    fine: ['the network /64', 'see docs/work/x', 'https://example.com/home/x'],
  },
  {
    says: 'name no registry except the public one',
    pattern:
      /https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(?:registry|npm|verdaccio|artifactory|nexus)[\w.-]*(?::\d+)?\//i,
    breaches: ['https://npm.example.com/x', 'http://registry:4873/x'],
    fine: ['https://registry.npmjs.org/x', 'https://example.com/'],
  },
  {
    says: 'contain no marker for unfinished work',
    pattern: new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`),
    breaches: [`// ${'TO' + 'DO'} later`],
    fine: ['the todo list'],
  },
  {
    says: 'suppress no check without a reason',
    pattern: new RegExp(`@ts-(?:ignore|nocheck)|eslint-${'disable'}|biome-ignore(?! lint/\\S+: \\S| format: \\S)`),
    breaches: [`// @ts-${'ignore'}`, `// biome-${'ignore'} lint/a/b`],
    fine: ['// biome-ignore lint/a/b: the standard asks for it'],
  },
]

/** This file contains the forbidden words. */
const texts = listFiles()
  .filter(path => isText(path) && path !== 'package-lock.json' && path !== 'tests/house/words.test.ts')
  .map(path => ({ path, lines: readText(path).split('\n') }))

describe('words in all files', () => {
  for (const { says, pattern, breaches, fine } of wordRules) {
    it(says, () => {
      expect(breaches.filter(line => !pattern.test(line))).toEqual([])
      expect(fine.filter(line => pattern.test(line))).toEqual([])
      const found = texts.flatMap(({ path, lines }) =>
        lines.flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 100)}`] : [],
        ),
      )
      expect(found).toEqual([])
    })
  }
})
