import { mailPage, mailQuery } from '../../shared/contract/mail.ts'
import type { Http } from '../http/create-http.ts'
import { refusals } from '../roles/admin-api.routes.ts'
import type { ListMail } from './list-mail.ts'

export function mailLogRoutes(api: Http, { listMail }: { listMail: ListMail }): void {
  const schema = {
    summary: 'What became of each mail, the newest first',
    querystring: mailQuery,
    response: { 200: mailPage, ...refusals },
  }
  api.get('/mail', { config: { needs: { module: 'mail', access: 'read' } }, schema }, request =>
    listMail(request.query),
  )
}
