import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { recordList, type ListRecordsRequest, type RecordListView } from '../../src/contracts/api/macro-api';
import { resultOf } from '../../src/contracts/api/result';
import { marchPage } from '../../demo/log-pages';
import { closedChange, COMPLETE_PLAN, must, openSite, submittedChange } from './open-site';

const { priya, ada, mia } = PEOPLE;
const ALL: ListRecordsRequest['filter'] = { text: '', type: null, stage: null };

describe('the change-log macro', () => {
  let site: Site;
  let contentId: string;
  let closed: string;
  let cancelled: string;
  beforeAll(async () => {
    site = await openSite();
    closed = await closedChange(site);
    cancelled = await submittedChange(site, {
      ...COMPLETE_PLAN,
      Summary: 'Never "mind" \\ the gap',
      Description: 'Nothing much.',
      'Business justification': 'None.',
      'Impact analysis': 'None.',
      'Test plan': 'None.',
    });
    await must(site, priya, cancelled, 'Cancel');
    await submittedChange(site, { ...COMPLETE_PLAN, Summary: 'Still open' });
    await site.deliver();
    contentId = (await marchPage(site)).id;
  });
  afterAll(() => site.close());

  const list = async (as: Person, filter = ALL): Promise<RecordListView> => {
    const payload = { filter, cursor: null };
    const result = resultOf(recordList).parse(
      await visit(site, as).call('change-log', 'listRecords', payload, { contentId }),
    );
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const keys = async (as: Person, filter = ALL) => (await list(as, filter)).rows.map(({ key }) => key).sort();

  it('lists the closed changes with who asked for and approved them, by name', async () => {
    const { rows, names } = await list(ada);
    expect(rows.find(({ key }) => key === closed)).toMatchObject({
      summary: 'Upgrade the payment database to PostgreSQL 17',
      stage: 'closed',
      outcome: 'Successful',
      requesters: [priya.accountId],
      approvers: [PEOPLE.sam.accountId, PEOPLE.carla.accountId],
    });
    expect(names[PEOPLE.carla.accountId]).toBe('Carla Ortiz');
    expect(rows.map(({ key }) => key).sort()).toEqual([closed, cancelled].sort());
  });

  it('lists nothing to a reader who may not browse the project', async () => {
    expect(await keys(mia)).toEqual([]);
  });

  it('filters by stage and by words, also by words that mean something in JQL', async () => {
    expect(await keys(ada, { ...ALL, stage: 'cancelled' })).toEqual([cancelled]);
    expect(await keys(ada, { ...ALL, text: 'database' })).toEqual([closed]);
    expect(await keys(ada, { ...ALL, text: 'mind" OR project is not empty' })).toEqual([]);
    expect(await keys(ada, { ...ALL, text: 'gap' })).toEqual([cancelled]);
    expect(await keys(ada, { ...ALL, text: closed })).toEqual([closed]);
  });

  it('stands in an export as a native document with the same rows', async () => {
    const document = await site.invokeFunction('macroExport', { exportType: 'pdf' }, { as: ada.accountId });
    expect(document).toMatchObject({ type: 'doc', version: 1 });
    expect(JSON.stringify(document)).toContain(closed);
  });
});
