import swagger, { type FastifyDynamicSwaggerOptions as SwaggerOptions } from '@fastify/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { jsonSchemaTransform, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { problemShape } from '../../../shared/contract/problem.ts'
import { type Access, allows, type ModuleName } from '../../../shared/contract/rights.ts'
import { callerOf } from '../http/caller.ts'
import { readCookie } from '../http/cookies.ts'
import type { Http } from '../http/http.ts'
import type { Administrator, FindAdministrator } from './administrator.ts'
import { apiDescriptionRoutes } from './api-description.routes.ts'
import { type ApiProblem, type CommandAnswer, problemAnswer } from './api-problems.ts'
import type { CallingSystem, FindCallingSystem, SystemRight } from './calling-system.ts'

/** The right that a route of the API checks before it runs. */
export type RouteRight =
  | 'nothing'
  | 'administrator'
  /** A rep in the mobile app, which has a guard of its own. */
  | 'rep'
  | SystemRight
  | {
      module: ModuleName
      access: Exclude<Access, 'none'>
      /** Requires a sign-in within the last minutes. */
      isSensitive?: boolean
    }

declare module 'fastify' {
  interface FastifyContextConfig {
    right?: RouteRight
  }
  interface FastifyRequest {
    administrator: Administrator | null
    callingSystem: CallingSystem | null
  }
}

type AdmitRep = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>

const errors = {
  401: problemShape,
  403: problemShape,
  404: problemShape,
  409: problemShape,
  422: problemShape,
  429: problemShape,
}

/** The refusals that every route may answer, for the API description. */
export const refusals = errors

type Doors = { findAdministrator: FindAdministrator; findCallingSystem: FindCallingSystem; admitRep: AdmitRep }

/** Registers `/api`. The server does not start if a route lacks a right or a summary. */
export async function adminApi(
  http: Http,
  { findAdministrator, findCallingSystem, admitRep }: Doors,
  addRoutes: (api: Http) => void,
): Promise<void> {
  await http.register(
    async scope => {
      const api: Http = scope.withTypeProvider<ZodTypeProvider>()
      await api.register(swagger, { openapi: description, transform: jsonSchemaTransform })
      api.decorateRequest('administrator', null)
      api.decorateRequest('callingSystem', null)
      api.addHook('onRoute', ({ url, method, config, schema }) => {
        if (method === 'HEAD') return
        if (config?.right === undefined || !schema?.summary) throw new Error(`${url} lacks a right or a summary`)
      })
      api.decorateRequest('rep', null)
      api.addHook('onRequest', async (request, reply) => {
        const { right } = request.routeOptions.config
        if (right === 'rep') return admitRep(request, reply)
        const refused = isForSystem(right)
          ? await judgeSystem(request, right, findCallingSystem)
          : await judge(request, findAdministrator)
        if (refused) return refuse(reply, refused)
      })
      apiDescriptionRoutes(api)
      addRoutes(api)
    },
    { prefix: '/api' },
  )
}

async function judge(request: FastifyRequest, findAdministrator: FindAdministrator): Promise<ApiProblem | undefined> {
  const { right } = request.routeOptions.config
  if (right === 'nothing') return undefined
  const found = await findAdministrator(readCookie(request, 'session'))
  if (found.kind === 'nobody') return 'sign-in-first'
  if (found.kind === 'not-for-you') return 'not-for-you'
  const { administrator } = found
  request.administrator = administrator
  // An unknown address has no right: a signed-in administrator gets a 404 for it.
  if (right === undefined || right === 'administrator' || right === 'rep' || 'service' in right) return undefined
  if (!allows(administrator.rights, right)) return 'no-right'
  return right.isSensitive === true && !administrator.isRecent ? 'confirm-first' : undefined
}

const isForSystem = (right: RouteRight | undefined): right is SystemRight =>
  typeof right === 'object' && 'service' in right

async function judgeSystem(
  request: FastifyRequest,
  { service: module, access }: SystemRight,
  findCallingSystem: FindCallingSystem,
): Promise<ApiProblem | undefined> {
  const callingSystem = await findCallingSystem(request.headers.authorization)
  if (!callingSystem) return 'service-token-needed'
  request.callingSystem = callingSystem
  return allows(callingSystem.rights, { module, access }) ? undefined : 'token-lacks-right'
}

export function refuse(reply: FastifyReply, kind: ApiProblem, exactly?: string): FastifyReply {
  const answer = problemAnswer(kind, exactly)
  return reply.code(answer.problem.status).send(answer)
}

export function answerCommand(reply: FastifyReply, answer: CommandAnswer): FastifyReply {
  if (typeof answer === 'string') return refuse(reply, answer)
  return 'refused' in answer ? refuse(reply, answer.refused, answer.text) : reply.send(answer)
}

/** The administrator whom the guard admitted. Throws if the route declared no needs. */
export function administratorOf(request: FastifyRequest): Administrator {
  if (!request.administrator) throw new Error('The route does not ask for an administrator')
  return request.administrator
}

/** The administrator as the authority for a change. */
export function authorityOf(request: FastifyRequest) {
  return { actor: 'administrator', actorAccountId: administratorOf(request).accountId, ...callerOf(request) } as const
}

/** The service that the guard admitted, as the authority for a change. */
export function systemOf(request: FastifyRequest) {
  if (!request.callingSystem) throw new Error('The route does not ask for a service token')
  const { network } = callerOf(request)
  return { actor: 'service', tokenId: request.callingSystem.tokenId, network } as const
}

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Fieldkey',
    version: '1',
    description:
      'Queries and commands of the admin site and of other systems. A session cookie authenticates administrators, a service token authenticates the systems that use /api/v1. No answer holds a secret.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-fieldkey_session' },
      serviceToken: { type: 'http', scheme: 'bearer' },
    },
  },
  security: [{ session: [] }],
} satisfies SwaggerOptions['openapi']
