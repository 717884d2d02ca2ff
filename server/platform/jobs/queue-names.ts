/** The queues of the job table. Every process opens all of them, whether it works or only adds jobs. */

export const mailQueue = 'mail'
/** Requested resets that the worker has not decided yet. */
export const asksQueue = 'reset-asks'

export const queueNames: readonly string[] = [mailQueue, asksQueue]
