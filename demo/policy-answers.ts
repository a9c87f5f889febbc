/** A week in March, as somebody writes it into the form of the admin page: JSON is YAML. */
const FREEZES = JSON.stringify([
  {
    id: 'year-end',
    title: 'End of the financial year',
    kind: 'freeze',
    strength: 'hard',
    interval: { from: '2026-03-09T00:00:00Z', until: '2026-03-16T00:00:00Z' },
  },
]);

/** What the owner of this.site answers to the questions that a policy leaves open: policy id -> question id -> answer. */
export const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NOIM: {
    'last-updated': '2026-01-15',
    'scope-exclusions': 'content-and-documentation',
    categories: 'as-defined',
    'emergency-authority': 'emergency-authority',
    'freeze-periods': FREEZES,
    retention: '84',
    'emergency-rollback-plan': 'afterwards',
    'emergency-in-freeze': 'allowed',
  },
};
