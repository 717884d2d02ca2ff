export type ReportToWrite = {
  /** The envelope sender of the returned email. */
  to: string
  recipient: string
  action?: string
  status?: string
  diagnostic?: string
  /** The Message-ID of the returned email, with angle brackets. */
  messageName?: string | undefined
  token?: string | undefined
  /** Some servers return only the headers. */
  returns?: 'message/rfc822' | 'text/rfc822-headers'
}

/** A delivery report in the format of Postfix (RFC 3464). */
export function writeDeliveryReport(report: ReportToWrite): string {
  const { to, recipient, action = 'failed', status = '5.1.1', messageName } = report
  const { diagnostic = `550 5.1.1 <${recipient}>: Recipient address rejected:\n    User unknown` } = report
  const returned = report.returns ?? 'message/rfc822'
  return `From: MAILER-DAEMON@mx.harbourvale.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F2A.1/mx.harbourvale.example"
Message-Id: <20260504081203.4F2A@mx.harbourvale.example>

This is a MIME-encapsulated message.

--4F2A.1/mx.harbourvale.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4F2A.1/mx.harbourvale.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.harbourvale.example
X-Postfix-Queue-ID: 4F2A
Arrival-Date: Mon,  4 May 2026 08:12:00 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.elsewhere.example
Diagnostic-Code: smtp; ${diagnostic}

--4F2A.1/mx.harbourvale.example
Content-Description: Undelivered Message
Content-Type: ${returned}

To: ${recipient}
Subject: Reset your password
${messageName === undefined ? '' : `Message-ID: ${messageName}\n`}${report.token === undefined ? '' : `Fieldkey-Message: ${report.token}\n`}Auto-Submitted: auto-generated

A text.

--4F2A.1/mx.harbourvale.example--
`.replaceAll('\n', '\r\n')
}

/** An automatic holiday reply. */
export const vacationNotice = `From: riley.rep@harbourvale.example
To: no-reply@harbourvale.example
Subject: Out of office
Auto-Submitted: auto-replied
Content-Type: text/plain

I am away. Action: failed
`
