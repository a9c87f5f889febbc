import { beforeEach, describe, expect, it } from '@jest/globals';
import { administeredSite, each, messages } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { at, createChange, fieldsOf } from './test-site';
import type { Answer, TestSite } from './test-site';

let site: TestSite;
let admin: AdministeredSite['admin'];
let newSelect: AdministeredSite['newSelect'];
let show: AdministeredSite['show'];

beforeEach(() => {
  ({ site, admin, newSelect, show } = administeredSite());
});

describe('the options of a context', () => {
  it('are added in order, and can be chosen at once', async () => {
    const { field, path } = await newSelect();
    const answer = await admin('POST', path, { options: [{ value: 'High' }, { value: 'Low', disabled: true }] });
    const options = [{ id: '10005', value: 'High', disabled: false }, { id: '10006', value: 'Low', disabled: true }]; // prettier-ignore
    expect([answer.status, answer.body]).toEqual([200, { options }]);
    expect(at((await admin('GET', path)).body, 'values')).toEqual(options);
    expect(at((await admin('GET', `${path}?optionId=10006`)).body, 'values')).toEqual(options.slice(1));
    await show(field);
    expect(await createChange(site, { [field]: { value: 'High' } })).toBe('CHG-1');
    expect(await createChange(site, { [field]: { value: 'Low' } })).toBe('undefined');
  });

  it.each([
    [400, "The values of options must be unique. 'High' is there twice.", [{ value: 'high' }]],
    [400, "The values of options must be unique. 'New' is there twice.", [{ value: 'New' }, { value: 'new' }]],
    [400, 'The value of an option must not be empty.', [{ value: ' ' }]],
    [400, 'At least one option must be provided.', []],
    [501, 'Not supported by this sandbox: cascading options', [{ value: 'New', optionId: '10005' }]],
    [400, 'No more than 1000 options can be created per request.', Array.from({ length: 1001 }, (_, index) => ({ value: `V${index}` }))], // prettier-ignore
  ])('are refused with %i: %s', async (status, message, options) => {
    const { path } = await newSelect('High');
    const answer = await admin('POST', path, { options });
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
    expect(at((await admin('GET', path)).body, 'total')).toBe(1);
  });

  it('may be a thousand at once', async () => {
    const { path } = await newSelect();
    const options = Array.from({ length: 1000 }, (_, index) => ({ value: `V${index}` }));
    expect((await admin('POST', path, { options })).status).toBe(200);
    const page = await admin('GET', `${path}?startAt=950&maxResults=100`);
    expect([at(page.body, 'total'), at(page.body, 'isLast'), at(page.body, 'values', 49, 'value')]).toEqual([1000, true, 'V999']); // prettier-ignore
  });

  it('are changed all or none, and what stays the same is not reported', async () => {
    const { path } = await newSelect('High', 'Low');
    const change = (...options: object[]): Promise<Answer> => admin('PUT', path, { options });
    const answer = await change({ id: '10005', value: 'Huge' }, { id: '10006', value: 'Low' });
    expect(answer.body).toEqual({ options: [{ id: '10005', value: 'Huge', disabled: false }] });
    expect((await change({ id: '10005', value: 'X' }, { id: '99', value: 'Y' })).status).toBe(404);
    expect((await change({ id: '10005', value: 'low' })).status).toBe(400);
    expect(at((await admin('GET', path)).body, 'values', 0, 'value')).toBe('Huge');
  });

  it('are moved', async () => {
    const { path } = await newSelect('A', 'B', 'C');
    const order = async (body: object): Promise<unknown> => {
      const answer = await admin('PUT', `${path}/move`, body);
      if (answer.status !== 204) return answer.status;
      return each(at((await admin('GET', path)).body, 'values'), 'value');
    };
    expect(await order({ customFieldOptionIds: ['10007'], position: 'First' })).toEqual(['C', 'A', 'B']);
    expect(await order({ customFieldOptionIds: ['10007', '10005'], after: '10006' })).toEqual(['B', 'C', 'A']);
    expect(await order({ customFieldOptionIds: ['10005'], after: '10006', position: 'Last' })).toBe(400);
    expect(await order({ customFieldOptionIds: ['99'], position: 'Last' })).toBe(404);
  });

  it('are deleted while no issue has them', async () => {
    const { field, path } = await newSelect('High', 'Low');
    await show(field);
    await createChange(site, { [field]: { value: 'High' } });
    expect((await admin('DELETE', `${path}/10005`)).status).toBe(501);
    expect((await admin('DELETE', `${path}/10006`)).status).toBe(204);
    expect((await admin('DELETE', `${path}/10006`)).status).toBe(404);
  });

  it('are only in fields that have options', async () => {
    const id = site.field('Ticket');
    const answer = await admin('POST', `/field/${id}/context/10011/option`, { options: [{ value: 'X' }] });
    expect([answer.status, messages(answer)]).toEqual([400, ["The custom field doesn't support options."]]);
  });
});

describe('a default value', () => {
  it('is given to new issues that name none', async () => {
    const { field, context } = await newSelect('High', 'Low');
    await show(field);
    const path = `/field/${field}/context/defaultValue`;
    const value = { type: 'option.single', contextId: context, optionId: '10006' };
    expect((await admin('PUT', path, { defaultValues: [value] })).status).toBe(204);
    expect(at((await admin('GET', path)).body, 'values')).toEqual([value]);
    expect(at(await fieldsOf(site, await createChange(site)), field, 'value')).toBe('Low');
    const chosen = await createChange(site, { [field]: { value: 'High' } });
    expect(at(await fieldsOf(site, chosen), field, 'value')).toBe('High');
    expect((await admin('PUT', path, { defaultValues: [{ ...value, optionId: null }] })).status).toBe(204);
    expect(at(await fieldsOf(site, await createChange(site)), field)).toBeNull();
  });

  it.each([
    [404, { optionId: '99' }],
    [404, { contextId: '99' }],
    [400, { type: 'option.multiple', optionId: undefined, optionIds: ['10005'] }],
    [400, { type: 'textfield', text: 'x' }],
  ])('is refused with %i for %j', async (status, change) => {
    const { field, context } = await newSelect('High');
    const value = { type: 'option.single', contextId: context, optionId: '10005', ...change };
    expect((await admin('PUT', `/field/${field}/context/defaultValue`, { defaultValues: [value] })).status).toBe(status); // prettier-ignore
  });

  it('of a field without options is not supported', async () => {
    expect((await admin('GET', `/field/${site.field('Ticket')}/context/defaultValue`)).status).toBe(501);
  });
});
