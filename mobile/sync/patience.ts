/** After so many days what still waits on a device is shown in red. */
export const redAfterDays = 2

/** After so many days without a word from the server what was brought is not shown. */
export const hiddenAfterDays = 30
