import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { type ZodType, z } from 'zod'

const parts = ['params', 'querystring', 'body'] as const
export type Part = (typeof parts)[number]
export type JsonSchema = z.core.JSONSchema.BaseSchema
export type FuzzRoute = {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  shapes: Partial<Record<Part, ZodType>>
  schemas: Partial<Record<Part, JsonSchema>>
  config: NonNullable<RouteOptions['config']>
  takesFile: boolean
}

export type Watched<App> = { app: App; http: FastifyInstance; routes: FuzzRoute[] }

/** Starts an application and collects every registered route, so that new routes are covered automatically. */
export async function watchRoutes<App>(start: () => Promise<App>): Promise<Watched<App>> {
  const routes: FuzzRoute[] = []
  let http: FastifyInstance | undefined
  const onServer = (message: unknown) => {
    http = (message as { fastify: FastifyInstance }).fastify
    http.addHook('onRoute', route => {
      for (const method of [route.method].flat()) {
        if (method === 'GET' || method === 'POST' || method === 'PUT')
          routes.push(toFuzzRoute(method as FuzzRoute['method'], route))
      }
    })
  }
  subscribe('fastify.initialization', onServer)
  const app = await start()
  unsubscribe('fastify.initialization', onServer)
  if (!http) throw new Error('No server was created')
  return { app, http, routes }
}

function toFuzzRoute(method: FuzzRoute['method'], { url, schema = {}, config = {} }: RouteOptions): FuzzRoute {
  const shapes: FuzzRoute['shapes'] = {}
  const schemas: FuzzRoute['schemas'] = {}
  for (const part of parts) {
    const shape = schema[part]
    if (!(shape instanceof z.ZodType)) continue
    shapes[part] = shape
    schemas[part] = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  }
  const takesFile = 'consumes' in schema && JSON.stringify(schema.consumes).includes('csv')
  return { method, url, shapes, schemas, config, takesFile }
}

const inner = ['innerType', 'element', 'valueType'] as const

/** The strings in a schema that accept a character the database refuses. */
export function listUnguardedTexts(shape: ZodType, name = ''): string[] {
  const def = shape.def as unknown as Record<string, unknown> & { type: string }
  if (def.type === 'string' || def.type === 'pipe')
    return ['\0', 'a\ud800'].some(text => shape.safeParse(text).success) ? [name] : []
  if (def.type === 'object') {
    return Object.entries(def.shape as Record<string, ZodType>).flatMap(([key, part]) =>
      listUnguardedTexts(part, `${name}.${key}`),
    )
  }
  if (def.type === 'union') return (def.options as ZodType[]).flatMap(option => listUnguardedTexts(option, name))
  return inner.flatMap(key => (def[key] instanceof z.ZodType ? listUnguardedTexts(def[key], name) : []))
}
