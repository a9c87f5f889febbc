/** What a person does in a change. The closer is whoever takes it through the last gate. */
export const DUTIES = ['requester', 'approver', 'implementer', 'tester', 'verifier', 'closer'] as const;

export type Duty = (typeof DUTIES)[number];

/** Two duties that must be, or must not be, in the same hands. */
export type DutyPair = readonly [Duty, Duty];
