/** The text of the scripts themselves. All other text comes from the server. */
export const words = {
  resetPassword: 'Reset password',
  ok: 'OK',
  cancel: 'Cancel',
  passwordsDiffer: "The two passwords don't match. Type the same one in both fields.",
}
