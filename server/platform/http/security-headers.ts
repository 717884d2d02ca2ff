import helmet from '@fastify/helmet'
import { daySeconds } from '../../../shared/time.ts'
import type { Http } from './http.ts'

const noSource = ["'none'"]
const ownSource = ["'self'"]

const directives = {
  defaultSrc: noSource,
  scriptSrc: ownSource,
  styleSrc: ownSource,
  imgSrc: ownSource,
  connectSrc: ownSource,
  workerSrc: ownSource,
  manifestSrc: ownSource,
  formAction: ownSource,
  frameAncestors: noSource,
  baseUri: noSource,
}

/** The same policy for the admin site, plus styles that carry this answer's nonce. */
export function policyWithStyleNonce(nonce: string): string {
  return policyOf({ ...directives, styleSrc: [...ownSource, `'nonce-${nonce}'`] })
}

/** The policy of a page whose form ends up at other origins. */
export function policyWithFormTarget(origins: readonly string[]): string {
  // An origin with any other character could add a directive of its own.
  const plain = origins.filter(origin => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin))
  return policyOf({ ...directives, formAction: [...ownSource, ...new Set(plain)] })
}

/** The policy of the rep's app: its barcode reader is WebAssembly. `'unsafe-eval'` for scripts stays forbidden. */
export function policyWithWebAssembly(): string {
  return policyOf({ ...directives, scriptSrc: [...ownSource, "'wasm-unsafe-eval'"] })
}

function policyOf(policy: Record<string, readonly string[]>): string {
  const nameOf = (directive: string) => directive.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return Object.entries(policy)
    .map(([directive, sources]) => `${nameOf(directive)} ${sources.join(' ')}`)
    .join(';')
}

const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
]
const permissionsPolicy = permissionsOf({})

/** For the page of the rep's app alone, which reads barcodes. The browser still asks the user. */
export const permissionsWithCamera = permissionsOf({ camera: '(self)' })

function permissionsOf(allowed: Record<string, string>): string {
  return unusedFeatures.map(feature => `${feature}=${allowed[feature] ?? '()'}`).join(', ')
}

/**
 * Sets the headers of every answer, including refusals and faults. A route may relax `cache-control` for public
 * content.
 */
export async function setSecurityHeaders(http: Http, { publicUrl }: { publicUrl: string }): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: publicUrl.startsWith('https:') && {
      maxAge: 2 * 365 * daySeconds,
      includeSubDomains: true,
    },
    // With no-referrer, browsers send `Origin: null` on a form's POST, and the guard would refuse the form.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    xDownloadOptions: false,
  })
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy).header('cache-control', 'no-store')
  })
}
