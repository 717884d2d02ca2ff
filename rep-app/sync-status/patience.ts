/** Unsent items older than this number of days are shown in red. */
export const redAfterDays = 2
