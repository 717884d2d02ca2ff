import { daySeconds } from '../../../shared/time.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / daySeconds

export const addressChangedKind = 'address changed'
export const addressGivenKind = 'address given'
export const addressTakenKind = 'address taken'
export const addressObjectionKind = 'address objection'
export const secondAddressTakenKind = 'second address taken'

/** The old and the new username and address. */
export type ChangeFacts = {
  usernameBefore: string
  usernameAfter: string
  addressBefore: string | null
  addressAfter: string
  changedAt: Date
  waitsUntil: Date | null
}

const isRenamed = ({ usernameBefore, usernameAfter }: ChangeFacts) => usernameBefore !== usernameAfter

/** Describes the change in one sentence, for emails and the objection page. */
export function changeWords(change: ChangeFacts): string {
  const { usernameBefore, usernameAfter, addressBefore, addressAfter, changedAt } = change
  const when = `on ${momentWords(changedAt)}`
  const moved = `The email address of ${usernameAfter} was changed from ${addressBefore} to ${addressAfter} ${when}.`
  if (!isRenamed(change)) return moved
  const renamed = `The username ${usernameBefore} was changed to ${usernameAfter} ${when}.`
  const isMoved = addressBefore !== null && addressBefore !== addressAfter && addressAfter !== usernameAfter
  return isMoved ? `${renamed} Emails that went to ${addressBefore} go to ${addressAfter}.` : renamed
}

/** Tells the previous address what changed, with a link to object. */
export function addressChangedMail(change: ChangeFacts & { link: string }): Mail {
  const subject = isRenamed(change) ? 'Your username was changed' : 'Your email address was changed'
  const goOn = isRenamed(change)
    ? `If you expected this, just sign in as ${change.usernameAfter} from now on, with the same password.`
    : 'If you expected this, there is nothing to do. Your username and password stay the same.'
  const wait = change.waitsUntil
    ? ` Until ${momentWords(change.waitsUntil)} no password email goes to the new address.`
    : ''
  return {
    subject,
    heading: subject,
    blocks: [
      { kind: 'paragraph', text: changeWords(change) },
      { kind: 'paragraph', text: goOn },
      {
        kind: 'paragraph',
        text: `If you didn't expect it, this link locks the account and tells the administrators. It works for ${objectionDays} days.${wait}`,
      },
      { kind: 'link', label: "I didn't agree to this", address: change.link },
    ],
  }
}

/** Tells the new address, without any link. */
export function addressGivenMail({ usernameAfter, changedAt }: ChangeFacts): Mail {
  return {
    subject: 'Emails about your account come here now',
    heading: 'Emails about your account come here now',
    blocks: [
      {
        kind: 'paragraph',
        text: `Since ${momentWords(changedAt)} the username of your account is ${usernameAfter}, and emails about it come to this address. The password hasn't changed.`,
      },
      {
        kind: 'note',
        text: 'If you have no account here, someone mistyped an address. Tell us, so that we can correct it.',
      },
    ],
  }
}

/**
 * Tells an address that was in use for a while and was never vouched for, without a link: it no longer receives
 * password emails.
 */
export function addressTakenMail({ usernameBefore, changedAt }: ChangeFacts): Mail {
  return {
    subject: 'Emails about an account no longer come here',
    heading: 'Emails about an account no longer come here',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(changedAt)} the account ${usernameBefore} got another address. If you didn't expect this, call your administrator.`,
      },
    ],
  }
}

/** Tells the old and the new second address, which gets notices and never password emails. */
export function secondAddressTakenMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'Your notice address has changed',
    heading: 'Your notice address has changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} an administrator changed the second address to which notices about ${username} go. Password emails never go there.`,
      },
      { kind: 'note', text: "If you didn't expect this, call your administrator." },
    ],
  }
}

/** Tells the administrators that someone disputes an address change. */
export function addressObjectionMail(facts: ChangeFacts & { at: Date; changedByName: string }): Mail {
  return {
    subject: 'Someone disputed an address change',
    heading: 'Someone may be taking over an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `${changeWords(facts)} It was changed by ${facts.changedByName}. On ${momentWords(facts.at)} the person who got the notice said they didn't agree to it.`,
      },
      {
        kind: 'paragraph',
        text: "All sessions of the account have ended, and no password email goes to the new address. Call the person. Then change the address back, or approve the new one. The administrator who changed it can't approve it.",
      },
      { kind: 'note', text: 'If no one knows about the change, check what else was changed at that time.' },
    ],
  }
}
