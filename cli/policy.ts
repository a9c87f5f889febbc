import { policyCommand } from './policy-command';

const { status, text } = policyCommand(process.argv.slice(2));
const out = status === 2 ? process.stderr : process.stdout;
out.write(text.endsWith('\n') ? text : `${text}\n`);
process.exitCode = status;
