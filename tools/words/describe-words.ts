import { listFiles, readText } from '../../tests/house/repository.ts'
import { isReadByPeople, listSentences } from './list-sentences.ts'

const heading = `# Words

Every sentence that a person reads on a screen, in an email, in a terminal or in the log, by the file that holds it. "…" marks
what is filled in. Written by \`node tools/print-words.ts\`; don't edit it.
`

/** The page for reviewers and translators, as Markdown. */
export function describeWords(): string {
  const parts = listFiles()
    .filter(isReadByPeople)
    .map(path => ({ path, sentences: listSentences({ path, text: readText(path) }) }))
    .filter(({ sentences }) => sentences.length > 0)
    .map(
      ({ path, sentences }) =>
        `## ${path}\n\n${sentences.map(sentence => `- ${escapeMarkdown(sentence)}`).join('\n')}\n`,
    )
  return [heading, ...parts].join('\n')
}

const escapeMarkdown = (sentence: string) => sentence.replace(/[\\`*_[\]<>#]/g, '\\$&')
