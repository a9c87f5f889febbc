import { describe, expect, it } from '@jest/globals';
import type { ExpressionRule } from '../../../sandbox/platform';
import { ANNA, APP_ARI, at, BEN, createChange, createTestSite, doc, fieldsOf, move } from './test-site';
import type { Answer, TestSite } from './test-site';
import { conditions, rule, SHUT, tinySeed } from './tiny-workflow';
import type { Rule } from './tiny-workflow';

const GATE = `${APP_ARI}/gate`;
const CONFIG = { limit: 3, owners: ['anna'] };

const SCREEN = { ruleKey: 'system:transition-screen', parameters: { screenId: '{{screen:Authorize screen}}' } };

function validatorSite(
  expression: string,
  errorMessage?: ExpressionRule['errorMessage'],
  config: object = CONFIG,
): TestSite {
  const parameters = { key: '{{app}}/gate', config: JSON.stringify(config), id: 'rule-1' };
  const site = createTestSite(
    tinySeed({ validators: [rule('forge:expression-validator', parameters)], transitionScreen: SCREEN }),
  );
  const rest = errorMessage === undefined ? {} : { errorMessage };
  site.install({ rules: [{ key: GATE, type: 'Validator', name: 'Gate', description: '', expression, ...rest }] });
  return site;
}

function refusedWith(message: string): Answer {
  return { status: 400, body: { errorMessages: [message], errors: {} } };
}

describe('a validator that is an expression', () => {
  it('lets the transition pass on true, without asking the app', async () => {
    const site = validatorSite('user.accountId == "anna"');
    const key = await createChange(site);
    expect((await move(site, ANNA, key, SHUT)).status).toBe(204);
    expect(site.calls).toEqual([]);
  });

  it('refuses on false with the message of the manifest, and nothing changes', async () => {
    const site = validatorSite('user.accountId == "anna"', 'Only Anna may.');
    const key = await createChange(site);
    expect(await move(site, BEN, key, SHUT)).toEqual(refusedWith('Only Anna may.'));
    expect(at(await fieldsOf(site, key), 'status', 'name')).toBe('Open');
    expect(site.events.map(({ name }) => name)).toEqual(['avi:jira:created:issue']);
  });

  it('refuses with a message that is an expression', async () => {
    const site = validatorSite('false', { expression: '`At most ${config.limit} of ${issue.key}`' });
    expect(await move(site, ANNA, await createChange(site), SHUT)).toEqual(refusedWith('At most 3 of CHG-1'));
  });

  it('refuses with the text that it returns, and reports no failure', async () => {
    const site = validatorSite("issue.labels.length > 0 ? true : 'Label it first.'", 'Another message');
    const key = await createChange(site);
    expect(await move(site, ANNA, key, SHUT)).toEqual(refusedWith('Label it first.'));
    expect(site.events.map(({ name }) => name)).toEqual(['avi:jira:created:issue']);
  });

  it('sees the edits of the screen in issue and what was before in originalIssue', async () => {
    const site = validatorSite(
      "issue.labels.includes('new') && !originalIssue.labels.includes('new') && issue.comments[0].id == null",
    );
    const key = await createChange(site, { labels: ['old'] });
    const edits = { fields: { labels: ['new'] }, update: { comment: [{ add: { body: doc('Why') } }] } };
    expect((await move(site, ANNA, key, SHUT, edits)).status).toBe(204);
  });

  it('knows the person, the project, the transition, the workflow and its configuration', async () => {
    const site = validatorSite(
      '`${user.accountId} ${project.key} ${transition.id} ${transition.from.name} ${transition.to.name} ' +
        '${transition.hasScreen} ${workflow.name} ${config.owners[0]}`',
    );
    expect(await move(site, BEN, await createChange(site), SHUT)).toEqual(
      refusedWith('ben CHG 11 Open Shut true Change anna'),
    );
  });

  it('is replaced by the expression of its saved configuration', async () => {
    const site = validatorSite('false', 'Not by this.', { expression: 'issue.summary == "Rotate keys"' });
    expect((await move(site, ANNA, await createChange(site), SHUT)).status).toBe(204);
  });

  it.each([
    [
      'fails',
      'issue.assignee.accountId == "anna"',
      'Evaluation failed: "issue.assignee.accountId" - Type null does not have any properties.',
    ],
    ['cannot be parsed', 'issue.', 'Unexpected token.'],
    ['returns no Boolean', 'issue.assignee', 'The expression returned null instead of Boolean.'],
  ])('refuses and tells its app when the expression %s', async (_, expression, message) => {
    const site = validatorSite(expression, 'Blocked.');
    const key = await createChange(site);
    expect(await move(site, ANNA, key, SHUT)).toEqual(refusedWith('Blocked.'));
    expect(site.events.at(-1)).toEqual({
      name: 'avi:jira:failed:expression',
      payload: {
        eventType: 'avi:jira:failed:expression',
        selfGenerated: false,
        timestamp: String(site.clock.now()),
        extensionId: GATE,
        validatorId: 'rule-1',
        workflowId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        workflowName: 'Change',
        expression,
        errorMessages: [message],
        context: { issue: { id: '10000', key }, project: { id: '10000', key: 'CHG' } },
      },
    });
  });

  it('answers 501 for an expression that only Jira can evaluate', async () => {
    const site = validatorSite("issue.summary.match('R.*') != null");
    const answer = await move(site, ANNA, await createChange(site), SHUT);
    expect(answer.status).toBe(501);
    expect(at(answer.body, 'errorMessages', 0)).toContain('match of a String');
  });

  it('is refused with the workflow when its configuration has such an expression', () => {
    expect(() => validatorSite('true', undefined, { expression: 'try { 1 } catch (e) { 2 }' })).toThrow(
      'try and catch in a Jira expression is not supported',
    );
  });

  it('refuses when its app is not installed any more', async () => {
    const site = validatorSite('true');
    const key = await createChange(site);
    site.install({ rules: [] });
    site.validateWith(() => Promise.resolve(undefined));
    expect((await move(site, ANNA, key, SHUT)).status).toBe(400);
  });
});

describe('a condition that is an expression', () => {
  function conditionSite(expression: string, ...others: readonly Rule[]): TestSite {
    const own = rule('forge:expression-condition', { key: '{{app}}/gate', config: '{"who":"ben"}', id: 'rule-2' });
    const site = createTestSite(tinySeed({ conditions: conditions(own, ...others) }));
    site.install({ rules: [{ key: GATE, type: 'Condition', name: 'Gate', description: '', expression }] });
    return site;
  }

  async function offered(site: TestSite, key: string, actor = ANNA): Promise<unknown> {
    const { body } = await site.ask(actor, 'GET', `/rest/api/3/issue/${key}/transitions`);
    const transitions = at(body, 'transitions');
    return Array.isArray(transitions) ? transitions.map((transition: unknown) => at(transition, 'name')) : body;
  }

  it('hides the transition from those for whom it is not true, and REST refuses it to them', async () => {
    const site = conditionSite('user.accountId == config.who && issue.status.name == transition.from.name');
    const key = await createChange(site);
    expect(await offered(site, key)).toEqual([]);
    expect(await offered(site, key, BEN)).toEqual(['Shut']);
    expect(await move(site, ANNA, key, SHUT)).toEqual(refusedWith("Transition id '11' is not valid for this issue."));
    expect((await move(site, BEN, key, SHUT)).status).toBe(204);
  });

  it('hides it from everybody and tells its app when it fails', async () => {
    const site = conditionSite('issue.assignee.accountId == "anna"');
    const key = await createChange(site);
    expect(await offered(site, key)).toEqual([]);
    expect(site.events.at(-1)?.payload).toMatchObject({
      eventType: 'avi:jira:failed:expression',
      extensionId: GATE,
      conditionId: 'rule-2',
    });
    expect(at(site.events.at(-1)?.payload, 'validatorId')).toBeUndefined();
  });

  it('takes a text for a failure', async () => {
    const site = conditionSite("'yes'");
    expect(await offered(site, await createChange(site))).toEqual([]);
    expect(at(site.events.at(-1)?.payload, 'errorMessages')).toEqual([
      'The expression returned String instead of Boolean.',
    ]);
  });

  it('knows the operator of its group, which is null while it is alone', async () => {
    const alone = conditionSite('groupOperator == null');
    expect(await offered(alone, await createChange(alone))).toEqual(['Shut']);
    const grouped = conditionSite("groupOperator == 'AND'", rule('system:restrict-issue-transition'));
    expect(await offered(grouped, await createChange(grouped))).toEqual(['Shut']);
  });

  it('hides it from everybody when its app is not installed', async () => {
    const site = conditionSite('true');
    const key = await createChange(site);
    expect(await offered(site, key)).toEqual(['Shut']);
    site.install({ rules: [] });
    expect(await offered(site, key)).toEqual([]);
  });
});
