import { GROUPS, PEOPLE } from '../../demo/people';
import { siteSeed } from '../../demo/site-seed';
import { known, type FieldValue } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import type { FieldEdit } from '../../src/domain/change/change-story';
import type { Move } from '../../src/domain/change/change-history';
import type { Stage } from '../../src/domain/change/lifecycle';
import type { ChangeReading, VisibleChange } from '../../src/ports/change-requests';
import type { World } from '../port-contracts/world';
import { createFakes, type Fakes } from './create-fakes';

const { priya } = PEOPLE;
const BROWSERS = ['change-people', 'auditors'];

/** The fakes, filled with the people, groups and spaces of the local site. */
export function createFakeWorld(): World & { readonly fakes: Fakes } {
  const fakes = createFakes();
  const { site, clock, pages } = fakes;
  for (const group of GROUPS) site.groups.set(group.groupId, group);
  for (const { accountId, displayName } of siteSeed.people) site.names.set(accountId, displayName);
  for (const { key, name, roles = {} } of siteSeed.projects) {
    fakes.namedProjects.projects.set(key, { key, name });
    Object.entries(roles).forEach(([name, { people = [], groups = [] }], index) => {
      const id = String(10_000 + index);
      site.projectRoles.set(id, name);
      site.projectActors.set(`${key}/${id}`, { people, groups: groups.map((group) => `grp-${group}`) });
    });
  }
  for (const member of membersOf('jira-administrators')) site.administrators.add(member);
  siteSeed.spaces.forEach(({ key, name }, index) => {
    const spaceId = String(100 + index);
    pages.spaces.set(spaceId, { spaceId, key, name });
  });
  let count = 0;
  const put = (values: Readonly<Record<string, FieldValue>>, isChangeRequest: boolean): VisibleChange => {
    count += 1;
    const change = { id: String(10_000 + count), key: `CHG-${String(count)}` };
    const fields = CHANGE_FIELDS.map((field) => [field, known(values[field] ?? null)] as const);
    const reading: Pick<ChangeReading, 'isChangeRequest' | 'facts'> = {
      isChangeRequest,
      facts: {
        change,
        stage: known('draft'),
        requesters: known([priya.accountId]),
        fields: Object.fromEntries(fields),
      },
    };
    const history = { createdAt: clock.now(), moves: [] };
    site.putChange({ reading, history, viewers: BROWSERS.flatMap(membersOf) });
    return change;
  };
  const move = ({ id }: VisibleChange, to: Stage): void => {
    clock.advance(60_000);
    const change = site.findChange(id);
    if (change === undefined) throw new Error(`There is no change ${id}.`);
    const { reading, history } = change;
    const { stage } = reading.facts;
    const from = stage.state === 'known' ? stage.value : null;
    const made: Move = {
      id: `move-${String(history.moves.length + 1)}`,
      at: clock.now(),
      by: priya.accountId,
      from,
      to,
    };
    site.putChange({
      ...change,
      reading: { ...reading, facts: { ...reading.facts, stage: known(to) } },
      history: { ...history, moves: [...history.moves, made] },
    });
  };
  return {
    fakes,
    ports: fakes,
    actAs: (accountId) => {
      site.caller = accountId;
    },
    createChange: (change) => put({ ...change }, true),
    describeAs: (accountId, { id }, description) => {
      const change = site.findChange(id);
      if (change === undefined) throw new Error(`There is no change ${id}.`);
      const { facts, isChangeRequest } = change.reading;
      const fields = { ...facts.fields, description: known(description) };
      const authors = { ...change.authors, description: accountId };
      const before = facts.fields['description'];
      const from = before?.state === 'known' && typeof before.value === 'string' ? before.value : null;
      const edit: FieldEdit = { part: 'description', at: clock.now(), by: accountId, from, to: description };
      const edits = [...(change.edits ?? []), edit];
      site.putChange({ ...change, authors, edits, reading: { isChangeRequest, facts: { ...facts, fields } } });
    },
    createTask: (summary) => put({ summary }, false),
    moveThrough: (change, stages) => {
      for (const stage of stages) move(change, stage);
    },
    closeAs: (change, stage) => {
      const ways = { cancelled: [], rejected: ['assessment'], closed: ['implementing', 'verification'] } as const;
      for (const next of [...ways[stage], stage]) move(change, next);
    },
    writeNotes: (pageId, text) => pages.edit(pageId, { notes: text }),
    renamePage: (pageId, title) => pages.edit(pageId, { title }),
    trashPage: (pageId) => {
      const page = pages.pages.get(pageId);
      if (page !== undefined) page.trashed = true;
    },
    pageText: (pageId) => {
      const page = pages.pages.get(pageId);
      return `${JSON.stringify(page?.content)}\n${page?.notes ?? ''}`;
    },
  };
}

function membersOf(name: string): readonly string[] {
  return GROUPS.find((group) => group.name === name)?.members ?? [];
}
