/** After so many days what still waits on a device is shown in red. */
export const redAfterDays = 2
