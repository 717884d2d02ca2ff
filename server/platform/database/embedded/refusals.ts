/** Sentences for the operator: what is wrong with the folder, and what to do. */

export const anotherRuns = (folder: string) =>
  `Another Fieldkey runs on ${folder}, perhaps in another container or on another machine that shares the volume: stop it first, or give this one another DATA_DIR`

export const unreachable = (folder: string, server?: { socketFolder: string }) =>
  `The database in ${folder} is running, but its socket ${server ? `in ${server.socketFolder} ` : ''}doesn't answer here: run this command where the server runs (in the same container, as the same account, with the same TMPDIR), and set PrivateTmp=no in the service's unit`
