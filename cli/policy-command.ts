import { parseArgs } from 'node:util';
import { checkFile } from './check-file';
import { decideFile } from './decide-file';
import { PRESETS } from '../src/policies/presets';
import { policyText } from '../src/contracts/policy-text';
import type { Outcome } from './outcome';
import { systemMessage, UsageError } from './usage-error';

const USAGE = `npm run policy -- check <policy.yaml> [--roles <roles.yaml>] [--today 2026-01-31] [--json]
  Reads a policy and prints its errors, what the checks find, where it leads into a dead end, and what it does about
  each clause. --roles names who holds each role (role: [person, …]); without it one invented person holds each.
  Exit status: 0 it may be put in force, 1 it may not, 2 the command was wrong.

npm run policy -- decide <policy.yaml> <facts.json> [--json]
  Decides whether a change may pass a gate, at the instant that the facts name, and prints why.
  Exit status: 0 it may (also with a warning), 1 it may not, 2 something could not be read.

npm run policy -- show <${PRESETS.map(({ id }) => id).join(' | ')}>
  Prints one of the policies that the app brings, as YAML.
`;

/** Runs `npm run policy`. Nothing is printed; a command that nobody understands answers how it is used. */
export function policyCommand(args: readonly string[]): Outcome {
  try {
    return run(args);
  } catch (error) {
    const message = error instanceof UsageError ? error.message : systemMessage(error);
    return { status: 2, text: `${message}\n\n${USAGE}` };
  }
}

function run(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      roles: { type: 'string' },
      today: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, first, second, ...rest] = positionals;
  if (values.help) return say(USAGE);
  if (rest.length > 0) throw new UsageError(`There is one thing too many: ${rest.join(' ')}.`);
  if (command === 'check' && first !== undefined && second === undefined) {
    return checkFile(first, { json: values.json, roles: values.roles, today: values.today });
  }
  if (command === 'decide' && first !== undefined && second !== undefined) {
    return decideFile(first, second, { json: values.json });
  }
  if (command === 'show' && first !== undefined) return show(first);
  throw new UsageError('Say what to do: check, decide or show.');
}

function show(presetId: string): Outcome {
  const preset = PRESETS.find(({ id }) => id === presetId);
  if (preset === undefined) throw new UsageError(`There is no policy ${presetId}.`);
  return say(policyText(preset));
}

function say(text: string): Outcome {
  return { status: 0, text };
}
