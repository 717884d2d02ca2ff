/** The text of the scripts themselves. All other text comes from the server. */
export const words = {
  resetPassword: 'Reset password',
  ok: 'OK',
  cancel: 'Cancel',
  passwordsDiffer: "The two passwords don't match. Type the same one in both fields.",
  oneThing: 'One thing to correct',
  noAnswer: 'No answer from the server',
  stillHere: 'What you typed is still here. Check your connection, then try again.',
}
