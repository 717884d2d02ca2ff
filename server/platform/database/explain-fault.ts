import { withoutSecrets } from './database-url.ts'
import { DatabaseRefusal } from './refusal.ts'

const unencrypted = 'The server does not support SSL connections'

export const isLackOfTls = (fault: unknown) => fault instanceof Error && fault.message === unencrypted

/** The cause in the operator's words, and what to change. PostgreSQL's own message is quoted. */
const causes: Record<string, (fault: Error) => string> = {
  ENOTFOUND: fault => `no such host is known (${fault.message}): check the name of the host`,
  EAI_AGAIN: fault => `the name of the host could not be looked up (${fault.message}): check DNS`,
  ECONNREFUSED: fault => `nothing listens there (${fault.message}): check host and port, and that PostgreSQL runs`,
  ENOENT: fault => `a file is missing (${fault.message}): check the folder of the socket, or sslrootcert`,
  EACCES: fault => `this account may not use a file (${fault.message})`,
  ETIMEDOUT: fault => `the host does not answer (${fault.message}): check host, port and firewall`,
  EHOSTUNREACH: fault => `there is no route to the host (${fault.message})`,
  ENETUNREACH: fault => `there is no route to the host (${fault.message})`,
  '28P01': fault =>
    `PostgreSQL refuses the password (${fault.message}). In an address, write @ : / ? # % as %40 %3A %2F %3F %23 %25`,
  '28000': fault => `PostgreSQL does not admit this role from here (${fault.message}): check pg_hba.conf and sslmode`,
  '3D000': fault => `there is no such database (${fault.message}): create it, or correct the name`,
  '42501': fault => `the role lacks a right (${fault.message}): let it own the database`,
  '53300': fault => `PostgreSQL has no connection left (${fault.message}): raise max_connections`,
  '57P03': fault => `PostgreSQL is starting or stopping (${fault.message}): try again in a moment`,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_HAS_EXPIRED: () => 'the certificate of PostgreSQL has expired: renew it',
  ERR_TLS_CERT_ALTNAME_INVALID: fault =>
    `the certificate is for another host (${fault.message}): check the name of the host`,
  ERR_INVALID_URL: () => 'it is not an address: write @ : / ? # % in a password as %40 %3A %2F %3F %23 %25',
}

function untrusted(fault: Error): string {
  return `the certificate of PostgreSQL is signed by an authority that this machine doesn't trust (${fault.message}): name its certificate with sslrootcert=/path/ca.pem`
}

/**
 * Explains a failed connection or first start in one sentence. Never repeats the address, because it holds the
 * password.
 */
export function explainFault(fault: unknown, databaseUrl?: string): DatabaseRefusal {
  if (fault instanceof DatabaseRefusal) return fault
  const where = databaseUrl === undefined ? '' : ` (${withoutSecrets(databaseUrl)})`
  return new DatabaseRefusal(`DATABASE_URL${where} leads to no database that can be used: ${tellWhy(fault)}`, {
    cause: fault,
  })
}

/** A name with several addresses has one fault for each. */
function tellWhy(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(tellWhy))].join(', ')
  if (!(fault instanceof Error)) return String(fault)
  const code = 'code' in fault ? String(fault.code) : ''
  const explain = causes[code]
  if (explain) return explain(fault)
  if (fault.message === unencrypted) return 'PostgreSQL offers no TLS: switch it on there, or write sslmode=disable'
  if (/^(timeout exceeded|Connection terminated due to connection timeout)/.test(fault.message)) {
    return `there is no answer within ten seconds (${fault.message}): check host, port and firewall, or the size of the pooler's pool`
  }
  return fault.message
}
