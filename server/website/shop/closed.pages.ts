import { ButtonLink, SecondaryButton } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'

/** For a contact whose access was withdrawn or whose retailer is closed. The line of help follows the card. */
export function closedPage({ contactLine }: { contactLine: string }): Content {
  return {
    title: 'The website is closed for you',
    main: html`<h1>You can't order here right now</h1>
      <p>Your website access has ended, or your company's account with us is closed. Your earlier orders aren't lost.</p>
      <p>Do you think this is a mistake? ${contactLine}</p>
      ${SignOut()}`,
  }
}

/** For staff: the website belongs to the customers' contacts. */
export function staffPage({ hasAdminSite }: { hasAdminSite: boolean }): Content {
  const target = hasAdminSite
    ? ButtonLink({ label: 'Go to the admin site', href: '/admin' })
    : ButtonLink({ label: 'Go to your account', href: '/account' })
  return {
    title: 'The website is for customers',
    main: html`<h1>The website is for customers</h1>
      <p>Contacts of retailers order here. Your account belongs to the staff, so it has no basket and no prices.</p>
      ${target} ${SignOut()}`,
  }
}

/** For a contact who may look, on a page that orders. */
export const lookOnlyWords =
  'Your access lets you see products, prices and orders, but not order. A colleague with that right can.'

function SignOut(): Html {
  return html`<form method="post" action="/account/sign-out">${SecondaryButton({ label: 'Sign out' })}</form>`
}
