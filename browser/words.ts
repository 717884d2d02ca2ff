/** The text of the scripts themselves. All other text comes from the server. */
export const words = {
  resetPassword: 'Reset password',
  ok: 'OK',
  cancel: 'Cancel',
  passwordsDiffer: "The two passwords don't match. Type the same one in both fields.",
  oneThing: 'One thing to correct',
  noAnswer: 'No answer from the server',
  noPasskey: "That passkey didn't work. Try again, or use another way.",
  passkeyIsThere: 'This device has a passkey for this account already.',
  stillHere: 'What you typed is still here. Check your connection, then try again.',
}
