import type { SenderChecks } from '../../../shared/contract/mail.ts'
import { createLookUpTexts } from '../../platform/mail/look-up-texts.ts'
import type { SmtpSettings } from '../../platform/mail/smtp-settings.ts'
import { findDkim, findDmarc, findSpf } from './sender-records.ts'
import { dkimWords, dmarcWords, spfWords, unnamedDkimWords } from './sender-words.ts'

type Needs = {
  config: {
    smtp?: SmtpSettings
    bounceAddress?: string
    dkimSelectors: readonly string[]
    dnsServers: readonly string[]
  }
}

/**
 * Checks the sender's DNS records: SPF of the domain that receives bounces, DKIM and DMARC of the visible domain.
 * It sends no DNS query until an administrator opens the check.
 */
export function createCheckSender({ config }: Needs) {
  const lookUp = createLookUpTexts({ servers: config.dnsServers })

  return async function checkSender(): Promise<SenderChecks> {
    const { smtp, bounceAddress, dkimSelectors } = config
    if (!smtp) return { checks: [] }
    const domain = domainOf(smtp.from.address)
    // SPF is checked against the envelope sender (RFC 7208, 2.4).
    const spfDomain = domainOf(bounceAddress ?? smtp.from.address)
    const mailServer = smtp.verifiesCertificate ? smtp.host : 'mail.example.com'
    const [spf, dmarc, ...keys] = await Promise.all([
      findSpf(lookUp, spfDomain).then(finding => spfWords(finding, { domain: spfDomain, mailServer })),
      findDmarc(lookUp, domain).then(finding => dmarcWords(finding, { domain })),
      ...dkimSelectors.map(async selector => dkimWords(await findDkim(lookUp, domain, selector), { selector })),
    ])
    return { checks: [spf, ...(keys.length > 0 ? keys : [unnamedDkimWords(domain)]), dmarc] }
  }
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
