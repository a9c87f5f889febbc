import { styleText } from 'node:util';
import type { StoryStep } from './stories/teller';

const MARK = { allow: '✔', warn: '!', block: '✖' } as const;
const COLOUR = { allow: 'green', warn: 'yellow', block: 'red' } as const;

/** Colours only where a person looks at a terminal. */
function style(format: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? styleText(format, text) : text;
}

export function printTitle(policy: { readonly title: string; readonly version: string; readonly hash: string }): void {
  console.log(style('bold', '\nChange Control for Jira and Confluence'));
  console.log(`Policy in force: ${policy.title} ${policy.version} (${policy.hash.slice(0, 12)})\n`);
}

export function printStep(step: StoryStep, number: number): void {
  const mark = step.verdict === null ? ' ' : style(COLOUR[step.verdict], MARK[step.verdict]);
  console.log(
    `${String(number).padStart(2)} ${mark} ${style('bold', step.as)} ${step.gate === null ? '' : '→ '}${step.action}`,
  );
  for (const line of step.message.split('\n')) console.log(`     ${style('dim', line)}`);
}

export function printPage(title: string, version: number, text: string): void {
  console.log(
    style('bold', `\n${'─'.repeat(20)} Confluence: ${title}, version ${String(version)} ${'─'.repeat(20)}\n`),
  );
  console.log(text);
}

export function printCheck(text: string, head: string): void {
  console.log(style('bold', `\nLedger: ${text}`));
  console.log(`Head: ${head}\n`);
}
