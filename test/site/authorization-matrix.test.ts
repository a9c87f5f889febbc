import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { deployApi } from '../../src/contracts/api/deploy-api';
import { callAs, CALLERS, type Caller } from './authorization-callers';
import { rightCalls, type RightCall, type RightCalls } from './authorization-payloads';
import { FORGERIES, type Forgery } from './authorization-forgeries';
import { registeredFunctions } from './registered-functions';
import { adminCall, openAuthorizationSite, type AuthorizationSite, type OpenIssue } from './authorization-site';
import { tableUnder, wordFor } from './authorization-table';
import { remember, wholeState } from './rewind';

const WORDS = tableUnder('Answers');
const FUNCTIONS = tableUnder('Functions').map(({ module = '', function: functionName = '', ...cells }) => ({
  module,
  functionName,
  cells,
}));
const FORGED = tableUnder('Forged calls');
const WITHOUT_SCREEN = tableUnder('Without a screen');
const FORGED_VALUES = tableUnder('Forged values');
const CARRIED_OUT = ['allowed', 'empty'];
/** What the gate says is kept also where another rule on the transition refuses: it is asked before Jira knows. */
const SAID_BY_THE_GATE = 'gate-trail';

/** One call, and the word of the matrix for what it is to be answered. */
interface Cell {
  readonly what: string;
  readonly caller: Caller;
  readonly payload: unknown;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly answer: string;
}

describe('who may call what', () => {
  let world: AuthorizationSite;
  let calls: RightCalls;
  let deployAddress: string;
  let rewind: () => void;
  let untouched: (besides?: string) => string;

  beforeAll(async () => {
    world = await openAuthorizationSite();
    calls = await rightCalls(world);
    deployAddress = (await adminCall(world.site, 'deployGates', deployApi.deployGates.response, {})).url ?? '';
    rewind = remember(world.site);
    rewind();
    const whole = wholeState(world.site);
    const withoutGate = wholeState(world.site, SAID_BY_THE_GATE);
    untouched = (besides) => (besides === undefined ? whole : withoutGate);
  });
  afterAll(() => world.site.close());
  beforeEach(() => rewind());

  /** What is refused is asked first, one after the other, and must leave nothing behind. */
  async function expectAnswers(module: string, functionName: string, cells: readonly Cell[]): Promise<void> {
    const isRefused = ({ answer }: Cell): boolean => !CARRIED_OUT.includes(answer);
    const ask = async ({ what, caller, payload, extension }: Cell) => {
      const answer = await callAs(world.site, caller, { module, functionName, payload, extension });
      return [what, wordFor(answer, WORDS)];
    };
    const said: unknown[] = [];
    const refused = cells.filter(isRefused);
    for (const cell of refused) said.push(await ask(cell));
    expect(said).toEqual(refused.map(({ what, answer }) => [what, answer]));
    const besides = functionName === 'expedite' ? SAID_BY_THE_GATE : undefined;
    expect(wholeState(world.site, besides) === untouched(besides)).toBe(true);
    for (const cell of cells.filter((one) => !isRefused(one))) {
      expect(await ask(cell)).toEqual([cell.what, cell.answer]);
      rewind();
    }
  }

  it('is written down for every function that the app registers, for every kind of caller, and for no other', () => {
    const listed = FUNCTIONS.map(({ module, functionName }) => `${module}.${functionName}`);
    expect([...listed].sort()).toEqual([...registeredFunctions(world.site)].sort());
    for (const { cells } of FUNCTIONS) expect(Object.keys(cells)).toEqual(Object.keys(CALLERS));
  });

  it.each(FUNCTIONS)('$functionName of $module', async ({ module, functionName, cells }) => {
    const { payload, issue } = requireCall(functionName);
    const each = Object.entries(CALLERS).flatMap(([what, forms]) =>
      forms.map((caller) => ({ what, caller, payload, extension: { issue }, answer: cells[what] ?? '' })),
    );
    await expectAnswers(module, functionName, each);
  });

  it.each(Object.keys(CALLERS).filter((name) => name !== 'unlicensed'))(
    'is the same without a screen: an export and an unsigned request by the %s',
    async (name) => {
      const { site, cancelled } = world;
      const [caller] = CALLERS[name] ?? [];
      const as = caller !== undefined && 'as' in caller ? caller.as(site) : 'anonymous';
      const exported = JSON.stringify(await site.invokeFunction('macroExport', { exportType: 'pdf' }, { as }));
      const shown = exported.includes(cancelled) ? 'allowed' : 'empty';
      const email = site.directory.findPerson(as)?.emailAddress;
      const refused = await site.fetch(new Request(deployAddress, unsignedRequest(email)));
      const { code } = z.object({ code: z.string() }).parse(await refused.json());
      expect([shown, code]).toEqual(WITHOUT_SCREEN.map((row) => row[name]));
      expect(wholeState(site) === untouched()).toBe(true);
    },
  );

  it.each(FUNCTIONS)('$functionName of $module, with a forged call', async ({ module, functionName, cells }) => {
    const right = requireCall(functionName);
    const each = Object.entries(CALLERS).flatMap(([name, [caller]]) => {
      const without = cells[name] ?? '';
      const hidden = name === 'other project' ? world.submitted : world.elsewhere;
      return FORGED.flatMap(({ forged = '', ...row }) => {
        const answer = row[columnOf(module, functionName)] ?? '';
        if (caller === undefined || answer === '') return [];
        const forms = formsOf(requireForgery(forged), right, hidden);
        // Whoever is refused anyway tries one form of each.
        const tried = CARRIED_OUT.includes(without) ? forms : forms.slice(0, 1);
        const what = `${name}: ${forged}`;
        return tried.map((form) => ({ what, caller, ...form, answer: answerTo(answer, without) }));
      });
    });
    await expectAnswers(module, functionName, each);
  });

  it.each(FORGED_VALUES)('$function with $instead, by the $caller', async (row) => {
    const { function: functionName = '', caller: name = '', instead = '', answer = '' } = row;
    const { payload, issue } = requireCall(functionName);
    const module = FUNCTIONS.find((one) => one.functionName === functionName)?.module ?? '';
    const forged = { ...payload, ...(JSON.parse(instead) as object) };
    const [caller] = CALLERS[name] ?? [];
    if (caller === undefined) throw new Error(`The matrix has no caller ${name}.`);
    const cell = { what: instead, caller, payload: forged, extension: { issue }, answer };
    await expectAnswers(module, functionName, [cell]);
  });

  function formsOf({ payloads, extensions }: Forgery, right: RightCall, hidden: OpenIssue) {
    const { payload, issue } = right;
    return [
      ...(payloads?.(right, world) ?? []).map((one) => ({ payload: one, extension: { issue } })),
      ...(extensions?.(right, hidden, world) ?? []).map((extension) => ({ payload, extension })),
    ];
  }

  function requireCall(functionName: string) {
    const call = calls[functionName];
    if (call === undefined) throw new Error(`Nothing is said of how ${functionName} is called.`);
    return call;
  }
});

const READS = 'getPanel and getHistory';

function columnOf(module: string, functionName: string): string {
  if (module !== 'change-panel') return 'other modules';
  return READS.split(' and ').includes(functionName) ? READS : 'other functions of change-panel';
}

/** What is answered to a forged call by somebody who is answered something without it. */
function answerTo(forged: string, without: string): string {
  if (without === 'nobody' || forged === 'as without') return without;
  return forged === 'empty' && without === 'not-visible' ? without : forged;
}

function requireForgery(name: string): Forgery {
  const forgery = FORGERIES[name];
  if (forgery === undefined) throw new Error(`Nothing is said of how to forge ${name}.`);
  return forgery;
}

/** What a pipeline would send, from somebody who may be logged in, and signed by nobody. */
function unsignedRequest(email: string | undefined): RequestInit {
  const body = JSON.stringify({ change: 'CHG-2', environment: 'Production', nonce: 'not-signed-by-anybody' });
  const authorization = `Basic ${Buffer.from(`${email ?? ''}:sandbox`).toString('base64')}`;
  return { method: 'POST', body, headers: email === undefined ? {} : { authorization } };
}
