import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / 86_400

export const addressChangedKind = 'address changed'
export const addressGivenKind = 'address given'
export const addressTakenKind = 'address taken'
export const addressObjectionKind = 'address objection'
export const secondAddressTakenKind = 'second address taken'

/** What was changed, from what to what. */
export type ChangeFacts = {
  usernameBefore: string
  usernameAfter: string
  addressBefore: string | null
  addressAfter: string
  changedAt: Date
  waitsUntil: Date | null
}

const isRenamed = ({ usernameBefore, usernameAfter }: ChangeFacts) => usernameBefore !== usernameAfter

/** What happened, in one sentence, for mails and the page of the objection alike. */
export function changeWords(change: ChangeFacts): string {
  const { usernameBefore, usernameAfter, addressBefore, addressAfter, changedAt } = change
  const when = `on ${momentWords(changedAt)}`
  const moved = `The e-mail address of ${usernameAfter} was changed from ${addressBefore} to ${addressAfter} ${when}.`
  if (!isRenamed(change)) return moved
  const renamed = `The username ${usernameBefore} was changed to ${usernameAfter} ${when}.`
  const isMoved = addressBefore !== null && addressBefore !== addressAfter && addressAfter !== usernameAfter
  return isMoved ? `${renamed} Mails that went to ${addressBefore} go to ${addressAfter}.` : renamed
}

/** To the address from before: what has changed, and the link of whoever does not know of it. */
export function addressChangedMail(change: ChangeFacts & { link: string }): Mail {
  const subject = isRenamed(change) ? 'Your username was changed' : 'Your e-mail address was changed'
  const goOn = isRenamed(change)
    ? `You know of it? Then there is nothing to do. Sign in as ${change.usernameAfter} from now on, with the same password.`
    : 'You know of it? Then there is nothing to do. Username and password stay the same.'
  const wait = change.waitsUntil
    ? ` Until ${momentWords(change.waitsUntil)} no mail that leads to a password goes to the new address.`
    : ''
  return {
    subject,
    heading: subject,
    blocks: [
      { kind: 'paragraph', text: changeWords(change) },
      { kind: 'paragraph', text: goOn },
      {
        kind: 'paragraph',
        text: `You do not know of it? This link, good for ${objectionDays} days, lets you lock the account and tell the administrators.${wait}`,
      },
      { kind: 'link', label: 'It was not agreed with me', address: change.link },
    ],
  }
}

/** To the new address: nothing that opens anything. */
export function addressGivenMail({ usernameAfter, changedAt }: ChangeFacts): Mail {
  return {
    subject: 'Mails about your account come here now',
    heading: 'Mails about your account come here now',
    blocks: [
      {
        kind: 'paragraph',
        text: `Since ${momentWords(changedAt)} the username of your account is ${usernameAfter}, and mails about it come to this address. The password is the same as before.`,
      },
      {
        kind: 'note',
        text: 'You have no account here? Then an address was mistyped. Tell us, so that it is put right.',
      },
    ],
  }
}

/** To an address that was there for a while, and for which nobody has answered: no link, and not where mails go now. */
export function addressTakenMail({ usernameBefore, changedAt }: ChangeFacts): Mail {
  return {
    subject: 'Mails about an account no longer come here',
    heading: 'Mails about an account no longer come here',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(changedAt)} the account ${usernameBefore} got another address. If that surprises you, call your administrator.`,
      },
    ],
  }
}

/** To both sides of it: notices about an account go elsewhere. A way in they never were. */
export function secondAddressTakenMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'Where notices about your account go has changed',
    heading: 'Where notices about your account go has changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} an administrator changed the second address to which notices about ${username} go. Mails that lead to a password never go there.`,
      },
      { kind: 'note', text: 'If that surprises you, call your administrator.' },
    ],
  }
}

/** To the administrators: somebody says that an address was changed behind their back. */
export function addressObjectionMail(facts: ChangeFacts & { at: Date; changedByName: string }): Mail {
  return {
    subject: 'A changed address was objected to',
    heading: 'Somebody may be taking over an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `${changeWords(facts)} It was changed by ${facts.changedByName}. On ${momentWords(facts.at)} somebody who got the notice of it said that it was not agreed with them.`,
      },
      {
        kind: 'paragraph',
        text: 'All sessions of the account have ended, and no mail that leads to a password goes to the new address. Ask the person, by telephone, what is right. Then put the old address back, or approve the new one; whoever changed it cannot approve it.',
      },
      { kind: 'note', text: 'If nobody knows of the change, look at what else was changed at that time.' },
    ],
  }
}
