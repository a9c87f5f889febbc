/** What the owner of this site answers to the questions that a policy leaves open: policy id -> question id -> answer. */
export const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
