/**
 * Prints what Atlassian's full manifest validation finds in the manifest.yml of each folder given, as a JSON list of
 * messages for each. A program of its own because the validators look for the app's files in the working directory.
 */
import manifest from '@forge/manifest';

// Making it compiles the schema of the manifest, which takes longer than everything else.
const validation = new manifest.FullValidationProcessor({});
const findings = [];
for (const folder of process.argv.slice(2)) {
  process.chdir(folder);
  const { errors = [] } = await validation.process('manifest.yml');
  findings.push(errors.map(({ message }) => message));
}
process.stdout.write(JSON.stringify(findings));
