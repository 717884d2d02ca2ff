import type { SenderCheck } from '../../../shared/contract/mail.ts'
import type { SenderFinding } from './sender-records.ts'

const noAnswer = (name: string) => `DNS didn't answer for ${name}. Try again. If it fails again, check DNS_SERVERS.`
const twice = (what: string) => `There are two ${what} records, so receivers ignore both. Merge them into one.`

export function spfWords(finding: SenderFinding, { domain, mailServer }: { domain: string; mailServer: string }) {
  const publish = { name: domain, text: `v=spf1 a:${mailServer} -all` }
  const words = {
    found: `SPF says which servers may send for ${domain}. Check that yours is among them.`,
    missing: `There is no SPF record, so other servers may distrust your email. Publish the one from your mail provider, or one like this.`,
    faulty: finding.fault === 'twice' ? twice('SPF') : 'The SPF record lets any server send. End it with -all or ~all.',
    'no-answer': noAnswer(finding.name),
  }
  return toCheck('spf', finding, words, publish)
}

export function dkimWords(finding: SenderFinding, { selector }: { selector: string }) {
  const words = {
    found: `DKIM: the key ${selector} is published. Your mail server signs with it, not Fieldkey.`,
    missing: `DKIM: there is no key named ${selector}. Let your mail server make one, and publish what it shows you.`,
    faulty:
      finding.fault === 'twice'
        ? twice('DKIM')
        : `DKIM: the key ${selector} is revoked. Let the server sign with another.`,
    'no-answer': noAnswer(finding.name),
  }
  return toCheck('dkim', finding, words)
}

/** A selector cannot be guessed: it appears only in delivered mail. */
export function unnamedDkimWords(domain: string): SenderCheck {
  const text =
    'DKIM cannot be checked yet. Send a test mail to a mailbox elsewhere, look for s= in its DKIM-Signature, and set DKIM_SELECTORS to that name.'
  return { record: 'dkim', verdict: 'unnamed', name: `_domainkey.${domain}`, found: null, text, publish: null }
}

export function dmarcWords(finding: SenderFinding, { domain }: { domain: string }) {
  const publish = { name: `_dmarc.${domain}`, text: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}` }
  const watched = finding.policy === 'none'
  const words = {
    found: watched
      ? 'DMARC is published, but only reports. When the reports are clean, change p=none to p=quarantine.'
      : `DMARC is published. Its policy for email that fails is ${finding.policy}.`,
    missing: 'There is no DMARC record, so anyone can send email in your name. Publish this one and read its reports.',
    faulty:
      finding.fault === 'twice'
        ? twice('DMARC')
        : 'The DMARC record has no policy. Add p=none, p=quarantine or p=reject.',
    'no-answer': noAnswer(finding.name),
  }
  return toCheck('dmarc', finding, words, publish)
}

type Words = Record<SenderFinding['verdict'], string>

function toCheck(
  record: SenderCheck['record'],
  { name, verdict, found }: SenderFinding,
  words: Words,
  publish?: SenderCheck['publish'],
): SenderCheck {
  return { record, verdict, name, found, text: words[verdict], publish: (verdict === 'missing' && publish) || null }
}
