/** What the scripts say themselves; everything else comes from the server, ready to be read. */
export const words = {
  resetPassword: 'Reset password',
  ok: 'OK',
  cancel: 'Cancel',
  passwordsDiffer: 'The two passwords differ. Type the same one in both fields.',
}
