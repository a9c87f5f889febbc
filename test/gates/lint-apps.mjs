/**
 * Runs a linter for Forge apps (../shared/tools/manifest-check.mjs) on one folder after the other and prints a JSON list of
 * `{ code, findings }`. One program for all of them, because Atlassian's linters take longer to get ready than to look.
 * Arguments: the linter, the folder of the API descriptions, the folders of the apps.
 */
import { pathToFileURL } from 'node:url';

const [linter, contracts, ...folders] = process.argv.slice(2);
const print = console.log;
const answers = [];
for (const folder of folders) {
  process.argv = [process.execPath, linter, folder, '--contracts', contracts, '--json'];
  let findings;
  console.log = (text) => (findings = JSON.parse(text));
  // What the linter does, it does when it is loaded; for each folder it is another module.
  await import(`${pathToFileURL(linter)}?${encodeURIComponent(folder)}`);
  answers.push({ code: process.exitCode, findings });
}
print(JSON.stringify(answers));
