/** The people whom one policy is about: the user types, and contacts. */
export const secondStepAudiences = ['admin', 'dual', 'device', 'scan', 'contact'] as const
export type SecondStepAudience = (typeof secondStepAudiences)[number]

/** `required` applies after the grace period of each person. */
export const secondStepRules = ['off', 'offered', 'required'] as const
export type SecondStepRule = (typeof secondStepRules)[number]
