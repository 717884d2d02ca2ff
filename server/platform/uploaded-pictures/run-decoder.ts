import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { PictureOutput } from './picture-rule.ts'

export type DecoderLimits = { cpuSeconds: number; wallMilliseconds: number; dataKibibytes: number }

/** Node reserves about 650 MB of address space before it decodes anything; the rest is for one picture of 16 megapixels. */
export const decoderLimits: DecoderLimits = { cpuSeconds: 10, wallMilliseconds: 30_000, dataKibibytes: 1_310_720 }

export type Decoded =
  | { kind: 'decoded'; pictures: [DecodedPicture, ...DecodedPicture[]] }
  | { kind: 'failed'; reason: string }
type DecodedPicture = { content: Buffer; width: number; height: number }

/** Many times what a picture within the bounds needs. */
const mostOutputBytes = 16_000_000

const program = join(import.meta.dirname, 'decoder.ts')

/**
 * The kernel enforces the limits, even if this process ends first. No core file, because it would hold a person's
 * picture.
 */
const script = 'ulimit -c 0 && ulimit -t "$1" && ulimit -d "$2" && shift 2 && exec "$@"'

/**
 * Decodes one picture in a child process. A decoder that crashes, aborts, hangs or fills the memory fails this picture
 * and nothing else. The child gets no environment: a decoder that is taken over finds no secret there.
 */
export async function runDecoder(picture: Buffer, wanted: PictureOutput, limits: DecoderLimits): Promise<Decoded> {
  const { cpuSeconds, dataKibibytes, wallMilliseconds } = limits
  const command = [process.execPath, '--max-old-space-size=64', program, JSON.stringify(wanted)]
  const child = spawn('/bin/sh', ['-c', script, 'decoder', String(cpuSeconds), String(dataKibibytes), ...command], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: wallMilliseconds,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<string | undefined>(resolve => {
    child.once('error', fault => resolve(fault.message))
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : `ended by ${signal ?? `exit code ${code}`}`))
  })
  // A decoder that ends early closes its standard input; how it ended says more than the broken pipe.
  child.stdin.on('error', () => undefined).end(picture)
  const chunks: Buffer[] = []
  child.stdout.on('data', chunk => {
    chunks.push(chunk)
    if (chunks.reduce((sum, { length }) => sum + length, 0) > mostOutputBytes) child.kill('SIGKILL')
  })
  const reason = await ended
  const output = Buffer.concat(chunks)
  if (reason !== undefined) return { kind: 'failed', reason }
  const [first, ...others] = readPictures(output)
  return first
    ? { kind: 'decoded', pictures: [first, ...others] }
    : { kind: 'failed', reason: 'ended without a picture' }
}

const headerBytes = 12

/** Each picture follows its width, height and length. */
function readPictures(output: Buffer): DecodedPicture[] {
  const pictures: DecodedPicture[] = []
  for (let at = 0; at + headerBytes <= output.length; ) {
    const [width, height] = [output.readUInt32BE(at), output.readUInt32BE(at + 4)]
    const end = at + headerBytes + output.readUInt32BE(at + 8)
    pictures.push({ content: output.subarray(at + headerBytes, end), width, height })
    at = end
  }
  return pictures
}
