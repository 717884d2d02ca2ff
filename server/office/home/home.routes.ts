import { home } from '../../../shared/contract/home.ts'
import { administratorOf, refusals } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { ReadHome } from './read-home.ts'

export function homeRoutes(api: Http, { readHome }: { readHome: ReadHome }): void {
  const schema = {
    summary: 'Read the numbers of the last thirty days, as far as you may read their data',
    response: { 200: home, ...refusals },
  }
  api.get('/home', { config: { right: 'administrator' }, schema }, request => readHome(administratorOf(request)))
}
