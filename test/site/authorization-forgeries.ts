import { PEOPLE } from '../../demo/people';
import type { RightCall } from './authorization-payloads';
import type { AuthorizationSite, OpenIssue } from './authorization-site';

const { jonas, carla } = PEOPLE;

/** What a caller sends instead of the right call, in as many ways as there are; each way stands by itself. */
export interface Forgery {
  readonly payloads?: (right: RightCall, world: AuthorizationSite) => readonly unknown[];
  /** What the browser says is open. @param hidden A change that Jira does not show to the caller. */
  readonly extensions?: (
    right: RightCall,
    hidden: OpenIssue,
    world: AuthorizationSite,
  ) => readonly Readonly<Record<string, unknown>>[];
}

/** As JSON brings it: an own property, whatever its name. */
function withKey({ payload }: RightCall, key: string, value: unknown): unknown {
  const text = JSON.stringify({ ...payload, forged: value });
  return JSON.parse(text.replace('"forged":', `${JSON.stringify(key)}:`)) as unknown;
}

/** By the name that the matrix gives them. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'no object as the payload': { payloads: () => [[], 'getAdmin', 7] },
  'another acting person in the payload': {
    payloads: (right) =>
      [{ accountId: jonas.accountId }, { by: carla.accountId }, { administrator: jonas.accountId }].map((claim) => ({
        ...right.payload,
        ...claim,
      })),
  },
  'keys of every object in the payload': {
    payloads: (right) => [
      withKey(right, '__proto__', { accountId: jonas.accountId }),
      withKey(right, 'constructor', { prototype: { accountId: jonas.accountId } }),
    ],
  },
  'another issue in the payload': {
    payloads: (right, { elsewhere }) => [
      { ...right.payload, issue: elsewhere, issueKey: elsewhere.key },
      { ...right.payload, context: { extension: { issue: elsewhere } } },
    ],
  },
  'an issue that only others see': { extensions: (_right, hidden) => [{ issue: hidden }] },
  'an issue that is not there': {
    extensions: () => [{ issue: { id: '99999', key: 'CHG-99999' } }, { issue: { id: '99999', key: '99999' } }],
  },
  'an issue that is no change request': { extensions: (_right, _hidden, { task }) => [{ issue: task }] },
  'the id of one issue and the key of another': {
    extensions: ({ issue }, { key }) => [{ issue: { id: issue?.id, key } }],
  },
  'a path or a key of every object as the issue': {
    extensions: ({ issue }) =>
      [`../issue/${issue?.key ?? ''}`, `${issue?.key ?? ''}?expand=names`, '__proto__', 'constructor'].map((key) => ({
        issue: { id: issue?.id, key },
      })),
  },
  'an issue of another type': {
    extensions: ({ issue }) => [
      { issue: { id: Number(issue?.id), key: issue?.key } },
      { issue: { id: issue?.id, key: [issue?.key] } },
      { issue: issue?.key },
      { issue: null },
      {},
    ],
  },
  'another acting person in what is open': {
    extensions: ({ issue }) => [
      { issue: { ...issue, accountId: jonas.accountId }, accountId: jonas.accountId, isAdministrator: true },
    ],
  },
};
