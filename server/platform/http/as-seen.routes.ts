import type { Clock } from '../clock.ts'
import type { Secrets } from '../settings/secrets.ts'
import { describeRequest } from './as-seen.ts'
import { isProof } from './as-seen-proof.ts'
import type { Http } from './http.ts'

/** Serves `fieldkey doctor --request`. For callers without the keys this address does not exist. */
export function asSeenRoutes(http: Http, { secrets, clock }: { secrets: Secrets; clock: Clock }): void {
  http.get('/as-seen', async (request, reply) => {
    if (!isProof(request.headers.authorization, { secrets, now: clock.now() })) return reply.callNotFound()
    return describeRequest(request)
  })
}
