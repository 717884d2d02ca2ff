/** What the question before a sign-in says about each scope. */
export const scopeWords: Readonly<Record<string, string>> = {
  profile: 'your name and username',
  email: 'your email address',
  user_type: 'your user type',
  role: 'the name of your role',
  territories: 'your sales territories',
  retailer: 'your retailer',
}
