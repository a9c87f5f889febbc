import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AppField } from '../../../sandbox/platform';
import { readContract } from '../openapi-contract';
import { ANNA, APP, APP_ARI, at, BEN, CARL, createChange, createTestSite, fieldsOf } from './test-site';
import type { Answer, TestSite } from './test-site';

const API = '/rest/api/3';
const COST: AppField = {
  type: `${APP_ARI}/cost`,
  key: 'app__DEVELOPMENT__cost',
  name: 'Running cost',
  description: 'What it costs.',
  dataType: 'object',
  readOnly: true,
  formatter: '`${value.amount} ${value.currency}`',
  schema: {
    type: 'object',
    properties: {
      amount: { type: 'number', searchAlias: 'amount' },
      currency: { type: 'string', enum: ['EUR', 'USD'], searchAlias: 'currency' },
      payer: { type: 'string', searchType: 'user', searchAlias: 'payer' },
      note: { type: 'string', searchType: 'text', searchAlias: 'note' },
      due: { type: 'string', searchType: 'date', searchAlias: 'due' },
      parts: { type: 'array', items: { type: 'string' }, searchAlias: 'part' },
      inner: { type: 'object', searchAlias: 'inner' },
    },
    required: ['amount'],
    additionalProperties: false,
  },
};
const PAYERS: AppField = { ...COST, type: `${APP_ARI}/payers`, key: 'app__DEVELOPMENT__payers', name: 'Payers', dataType: 'people', formatter: null, schema: null }; // prettier-ignore
const PHASE: AppField = { ...PAYERS, type: `${APP_ARI}/phase`, key: 'app__DEVELOPMENT__phase', name: 'Phase', dataType: 'string', readOnly: false }; // prettier-ignore
const TEN = { amount: 10, currency: 'EUR', payer: 'ben', note: 'for the new rack', due: '2026-03-04T12:00Z', parts: ['Rack', 'Power'] }; // prettier-ignore

let site: TestSite;

beforeEach(() => {
  site = createTestSite();
  site.install({ fields: [COST, PAYERS, PHASE] });
});

async function listed(name: string): Promise<unknown> {
  const { body } = await site.ask(ANNA, 'GET', `${API}/field`);
  return Array.isArray(body) ? body.find((field: unknown) => at(field, 'name') === name) : undefined;
}

async function idOf(name: string): Promise<string> {
  return String(at(await listed(name), 'id'));
}

async function issueId(key: string): Promise<number> {
  return Number(at((await site.ask(ANNA, 'GET', `${API}/issue/${key}`)).body, 'id'));
}

function write(field: string, issueIds: readonly number[], value: unknown, query = ''): Promise<Answer> {
  return site.ask(APP, 'PUT', `${API}/app/field/${field}/value${query}`, { updates: [{ issueIds, value }] });
}

async function newChange(): Promise<{ readonly key: string; readonly id: number }> {
  const key = await createChange(site);
  return { key, id: await issueId(key) };
}

describe('a custom field of an app', () => {
  it('exists once the app is deployed, is found by the ARI of its module, and is locked', async () => {
    const id = await idOf('Running cost');
    expect(await listed('Running cost')).toEqual({
      id,
      key: 'app__DEVELOPMENT__cost',
      name: 'Running cost',
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: [`cf[${id.replace('customfield_', '')}]`, 'Running cost'],
      schema: { type: 'object', custom: `${APP_ARI}/cost`, customId: Number(id.replace('customfield_', '')) },
    });
    const change = await site.ask(CARL, 'PUT', `${API}/field/${id}`, { name: 'Mine' });
    const context = await site.ask(CARL, 'POST', `${API}/field/${id}/context`, { name: 'Mine', projectIds: ['10000'] });
    const removal = await site.ask(CARL, 'DELETE', `${API}/field/${id}`);
    expect([change.status, context.status, removal.status]).toEqual([400, 400, 400]);
  });

  it('is what the manifest says after the next deployment; one that is declared no more is hidden and keeps its values', async () => {
    const { key, id } = await newChange();
    await write('app__DEVELOPMENT__cost', [id], TEN);
    const field = await idOf('Running cost');
    site.install({ fields: [PHASE] });
    expect(await listed('Running cost')).toBeUndefined();
    expect(at(await fieldsOf(site, key), field)).toBeUndefined();
    site.install({ fields: [{ ...COST, name: 'Cost of running' }] });
    expect(await idOf('Cost of running')).toBe(field);
    expect(at(await fieldsOf(site, key), field)).toEqual(TEN);
  });

  it('is seen and set only on screens that it was put on, and a read-only one is set by no person at all', async () => {
    const { key } = await newChange();
    const [cost, phase] = [await idOf('Running cost'), await idOf('Phase')];
    const put = async (id: string, value: unknown) =>
      at((await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, { fields: { [id]: value } })).body, 'errors', id);
    const refusal = (id: string) => `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
    expect([await put(cost, TEN), await put(phase, 'one')]).toEqual([refusal(cost), refusal(phase)]);
    const screens = at((await site.ask(CARL, 'GET', `${API}/screens`)).body, 'values');
    for (const screen of Array.isArray(screens) ? screens : []) {
      const path = `${API}/screens/${String(at(screen, 'id'))}/tabs`;
      const tab = String(at((await site.ask(CARL, 'GET', path)).body, '0', 'id'));
      for (const fieldId of [cost, phase]) {
        expect((await site.ask(CARL, 'POST', `${path}/${tab}/fields`, { fieldId })).status).toBe(200);
      }
    }
    expect([await put(cost, TEN), await put(phase, 'one')]).toEqual([refusal(cost), undefined]);
    const editable = at((await site.ask(ANNA, 'GET', `${API}/issue/${key}/editmeta`)).body, 'fields');
    expect([at(editable, cost), at(editable, phase, 'schema', 'type')]).toEqual([undefined, 'string']);
    const shown = await fieldsOf(site, key);
    const create = `${API}/issue/createmeta/${String(at(shown, 'project', 'key'))}/issuetypes/${String(at(shown, 'issuetype', 'id'))}`;
    const fields = at((await site.ask(ANNA, 'GET', create)).body, 'fields');
    const settable = (Array.isArray(fields) ? fields : []).map((field: unknown) => at(field, 'fieldId'));
    expect([settable.includes(cost), settable.includes(phase)]).toEqual([false, true]);
  });
});

describe('a value of such a field', () => {
  it('is written by the app through its id or its key, with a changelog and an event', async () => {
    const { key, id } = await newChange();
    const field = await idOf('Running cost');
    site.events.length = 0;
    expect((await write(field, [id], TEN)).status).toBe(204);
    expect((await write('app__DEVELOPMENT__payers', [id], [{ accountId: 'ben' }])).status).toBe(204);
    expect(at(await fieldsOf(site, key), field)).toEqual(TEN);
    expect(at(await fieldsOf(site, key), await idOf('Payers'), '0', 'accountId')).toBe('ben');
    const { body } = await site.ask(ANNA, 'GET', `${API}/issue/${key}/changelog`);
    expect(at(body, 'values', '0', 'items', '0', 'toString')).toBe(JSON.stringify(TEN));
    expect(site.events.map(({ name, payload }) => [name, payload['selfGenerated']])).toEqual([
      ['avi:jira:updated:issue', true],
      ['avi:jira:updated:issue', true],
    ]);
  });

  it('leaves no changelog and tells no app where that is asked for, and says nothing when it is the same', async () => {
    const { key, id } = await newChange();
    site.events.length = 0;
    await write('app__DEVELOPMENT__cost', [id], TEN, '?generateChangelog=false&generateAppEvents=false');
    expect([await idOf('Running cost').then((field) => fieldsOf(site, key).then((all) => at(all, field))), site.events]).toEqual([TEN, []]); // prettier-ignore
    await write('app__DEVELOPMENT__cost', [id], TEN);
    expect(site.events).toEqual([]);
    await write('app__DEVELOPMENT__cost', [id], null, '?generateChangelog=false');
    expect(site.events.map(({ payload }) => payload['changelog'])).toEqual([undefined]);
    const { body } = await site.ask(ANNA, 'GET', `${API}/issue/${key}/changelog`);
    expect(at(body, 'total')).toBe(0);
  });

  it('is written for several fields and issues at once: all of them or, when one is refused, none', async () => {
    const [one, two] = [await newChange(), await newChange()];
    const cost = await idOf('Running cost');
    const updates = [
      { customField: cost, issueIds: [one.id, two.id], value: TEN },
      { customField: 'app__DEVELOPMENT__phase', issueIds: [two.id], value: 'two' },
    ];
    const wrong = [...updates, { customField: cost, issueIds: [one.id], value: null }];
    expect((await site.ask(APP, 'POST', `${API}/app/field/value`, { updates: wrong })).status).toBe(400);
    expect(at(await fieldsOf(site, one.key), cost)).toBeNull();
    expect((await site.ask(APP, 'POST', `${API}/app/field/value`, { updates })).status).toBe(204);
    expect(at(await fieldsOf(site, two.key), await idOf('Phase'))).toBe('two');
  });

  it.each([
    ['a value that breaks the schema', { currency: 'EUR' }, "value must have required property 'amount'"],
    ['another type', 'ten', 'Operation value must be an object'],
    [
      'more than Jira keeps',
      { amount: 1, note: 'x'.repeat(33_000) },
      'The value is too long. It exceeds the allowed limit of 32,767 characters.',
    ],
  ])('is refused for %s', async (_what, value, message) => {
    const { id } = await newChange();
    const { status, body } = await write('app__DEVELOPMENT__cost', [id], value);
    expect([status, at(body, 'errors', await idOf('Running cost'))]).toEqual([400, message]);
  });

  it('is refused to people and for fields of others, for issues that are not there, and without a value', async () => {
    const { id } = await newChange();
    const body = { updates: [{ issueIds: [id], value: null }] };
    const path = (field: string) => `${API}/app/field/${field}/value`;
    const answers = [
      await site.ask(BEN, 'PUT', path('app__DEVELOPMENT__cost'), body),
      await site.ask(CARL, 'POST', `${API}/app/field/value`, { updates: [] }),
      await write(site.field('Ticket'), [id], 'x'),
      await write('customfield_99999', [id], 'x'),
      await write('app__DEVELOPMENT__phase', [4711], 'x'),
      await site.ask(APP, 'PUT', path('app__DEVELOPMENT__phase'), { updates: [{ issueIds: [id] }] }),
      await site.ask(APP, 'PUT', path('app__DEVELOPMENT__phase'), { updates: [{ issueIds: ['1'], value: 'x' }] }),
      await write('app__DEVELOPMENT__phase', [id], 'x', '?generateChangelog=perhaps'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 400, 400, 400, 400]);
  });
});

describe('JQL over such fields', () => {
  const search = async (jql: string): Promise<unknown> => {
    const { status, body } = await site.ask(ANNA, 'GET', `${API}/search/jql?fields=key&jql=${encodeURIComponent(jql)}`);
    const issues = at(body, 'issues');
    return status === 200 && Array.isArray(issues)
      ? issues.map((issue: unknown) => at(issue, 'key')).join(' ')
      : at(body, 'errorMessages', '0');
  };

  beforeEach(async () => {
    const [one, two] = [await newChange(), await newChange()];
    await newChange();
    await write('app__DEVELOPMENT__cost', [one.id], TEN);
    await write('app__DEVELOPMENT__cost', [two.id], { amount: 200, currency: 'USD', due: '2026-03-09' });
    await write('app__DEVELOPMENT__payers', [two.id], [{ accountId: 'anna' }, { accountId: 'ben' }]);
    await write('app__DEVELOPMENT__phase', [two.id], 'Second half');
  });

  it.each([
    ['"Running cost.currency" = eur', 'CHG-1'],
    ['"Running cost.currency" in (EUR, USD) ORDER BY "Running cost.amount" DESC', 'CHG-2 CHG-1'],
    ['"running cost.Currency" != EUR', 'CHG-2'],
    ['"Running cost.currency" is EMPTY', 'CHG-3'],
    ['"Running cost.amount" > 10', 'CHG-2'],
    ['"Running cost.payer" = ben', 'CHG-1'],
    ['"Running cost.payer" = currentUser()', ''],
    ['"Running cost.part" = rack', 'CHG-1'],
    ['"Running cost.note" ~ rack', 'CHG-1'],
    ['"Running cost.due" <= "2026-03-05" ORDER BY "Running cost.due"', 'CHG-1'],
    ['"Running cost.due" > startOfDay(1d)', 'CHG-2 CHG-1'],
    ['"Running cost" ~ "new rack"', 'CHG-1'],
    ['"Running cost" is not EMPTY ORDER BY "Running cost.currency"', 'CHG-1 CHG-2'],
    ['Payers = currentUser()', 'CHG-2'],
    ['Phase = "Second half"', 'CHG-2'],
  ])('%s', async (jql, keys) => {
    expect(await search(jql)).toBe(keys);
  });

  it.each([
    ['"Running cost.inner" = x', "Field 'Running cost.inner' does not exist or you do not have permission to view it."],
    ['"Running cost.amount" = much', "Value 'much' is not a valid number for the field 'Running cost.amount'."],
    ['"Running cost.note" = x', "The operator '=' is not supported by the 'Running cost.note' field."],
    ['"Running cost" = x', "The operator '=' is not supported by the 'Running cost' field."],
    ['"Running cost".amount = 10', expect.stringContaining('Error in the JQL Query')],
  ])('%s is refused', async (jql, message) => {
    expect(await search(jql)).toEqual(message);
  });
});

const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';

(existsSync(CONTRACT) ? describe : describe.skip)(
  'the calls that write values are those of the document (left out without ../shared/contracts)',
  () => {
    it.each([
      [
        'PUT',
        '/app/field/customfield_10000/value?generateChangelog=false',
        { updates: [{ issueIds: [1], value: TEN }] },
      ],
      ['POST', '/app/field/value', { updates: [{ customField: 'customfield_10000', issueIds: [1], value: null }] }],
    ])('%s %s', (method, path, body) => {
      expect(readContract(CONTRACT).operation(method, `${API}${path}`).requestProblems(body)).toEqual([]);
    });
  },
);
