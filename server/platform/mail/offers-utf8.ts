import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** True if the part before the @ has letters that need SMTPUTF8 (RFC 6531). A domain is sent as ASCII. */
export function needsUtf8(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
  return !/^[\x00-\x7f]*$/.test(address.slice(0, address.lastIndexOf('@')))
}

/** Asks the mail server. The library sends such an address unchanged to a server that does not support it. */
export function offersUtf8(options: SMTPConnection.Options): Promise<boolean> {
  const connection = new SMTPConnection(options)
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.connect(() => {
      // The library keeps the answer to EHLO private.
      const { _supportedExtensions: extensions } = connection as unknown as { _supportedExtensions: string[] }
      connection.quit()
      resolve(extensions.includes('SMTPUTF8'))
    })
  })
}
