import { loadavg } from 'node:os'
import { fastify } from 'fastify'
import { createVisitor } from '../tests/support/servers/visitor.ts'
import { type Figure, printFigures } from './figures.ts'
import { startBenchGround } from './ground.ts'
import { beside } from './trade/beside.ts'
import { fillWebsite } from './trade/website-rows.ts'

/** At the server, with compression. */
const most = 50
/** Of a page as it is sent, before pictures. */
const mostBytes = 40_000

/**
 * Benchmarks the pages of the website with 50,000 products and 5,000 retailers, or as many as the two numbers say. Beside each page is
 * a bare Fastify page of the same size in the same run. Orders of the retailer: 200 with 20 lines each.
 */
export async function benchWebsite([products = 50_000, retailers = 5000]: readonly number[]): Promise<void> {
  const ground = await startBenchGround({ count: 1 })
  const pages = new Map<string, string>()
  const bare = fastify()
  bare.get('/bare', async (request, reply) =>
    reply.type('text/html').send(pages.get((request.query as { of: string }).of)),
  )
  const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' })
  try {
    const facts = await fillWebsite(ground, { products, retailers })
    const visitor = createVisitor(ground.url, '10.0.0.1')
    await visitor.post('/sign-in', { username: facts.username, password: ground.password })
    await visitor.post('/shop/orders/ORDER/again'.replace('ORDER', facts.orderId))
    const bareVisitor = createVisitor(bareUrl, '10.0.0.2')
    const figures: Figure[] = []
    for (const [name, path] of Object.entries(pathsOf(facts))) {
      const answer = await visitor.get(path)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      pages.set(name, answer.html)
      const ours = () => visitor.get(path)
      figures.push(
        ...(await beside({ name, ours, bare: () => bareVisitor.get(`/bare?of=${encodeURIComponent(name)}`), most })),
      )
      figures.push(await weigh(name, `${ground.url}${path}`, visitor.cookies))
    }
    printFigures(`The website, load average ${loadavg()[0]?.toFixed(1)}`, figures)
  } finally {
    await bare.close()
    await ground.stop()
  }
}

const pathsOf = ({ category, orderId, productId }: Awaited<ReturnType<typeof fillWebsite>>) => ({
  home: '/shop',
  products: '/shop/products',
  category: `/shop/products?category=${category}`,
  'search by words': '/shop/products?q=bench+tea+77',
  'search that many match': '/shop/products?q=tea',
  'search by code': '/shop/products?q=B00777',
  'search with a typing error': '/shop/products?q=marmelade',
  product: `/shop/products/${productId}`,
  'basket of 20 lines': '/shop/basket',
  'check of 20 lines': '/shop/basket/check',
  orders: '/shop/orders',
  order: `/shop/orders/${orderId}`,
  'quick order': '/shop/quick-order',
})

/** The bytes on the wire. The platform's fetch decodes them, so they are read from the header of a length-counted answer. */
async function weigh(name: string, url: string, cookies: ReadonlyMap<string, string>): Promise<Figure> {
  const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'br' } })
  const bytes = Number(response.headers.get('content-length') ?? 0)
  await response.text()
  return { name: `${name}, bytes`, value: String(bytes), aim: `at most ${mostBytes}`, isReached: bytes <= mostBytes }
}
