import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { MailKind } from '../../platform/mail/mail-kinds.ts'
import { makeObjection } from '../recovery/make-objection.ts'
import { newSignInMail } from './new-sign-in.mail.ts'
import { findSignIn } from './new-sign-in.query.ts'

const nothing = async () => {}

/** Composes the notice of a new sign-in. Each copy gets its own objection link, created at delivery. */
export function createNewSignInNotice(needs: { db: Db; clock: Clock; publicUrl: string }): MailKind {
  const { db } = needs
  return {
    compose: async ({ accountId, subjectId }) => {
      const signIn = subjectId === null ? undefined : await findSignIn(db, subjectId)
      if (accountId === null || !signIn) return { kind: 'cancel', why: 'The account or its sign-in is gone' }
      const { username } = await getAccount(db, accountId)
      const { at, network, device } = signIn
      const link = await makeObjection(needs, { accountId, event: 'signed-in', eventAt: at, changeId: null })
      const mail = newSignInMail({ username, at, network: network ?? 'unknown', device: device ?? 'unknown', link })
      return { kind: 'mail', mail, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}
