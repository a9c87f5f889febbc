import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PEOPLE } from '../../demo/people';
import { serveLocalSite } from '../../demo/serve-local-site';
import type { ServedSite, Site } from '../../sandbox';
import { MONDAY } from '../site/open-site';
import { openPlainSite } from '../site/setup-site';
import { launchChromium } from './chromium';
import { describeInBrowser } from './describe-in-browser';
import { siteScreen, type SiteScreen } from './site-screen';

const { priya, sam, carla, ivo, ada, jonas } = PEOPLE;

describeInBrowser('a company that has just installed the app', () => {
  let browser: Browser;
  let site: Site;
  let served: ServedSite;
  let screen: SiteScreen;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    site = await openPlainSite({ projects: [] });
    served = await serveLocalSite(site, 0);
    screen = await siteScreen(browser, served.url, MONDAY);
  });
  afterEach(async () => {
    await screen.page.context().close();
    await served.close();
    await site.close();
  });
  afterAll(() => browser.close());

  /** The clock of the site stands still, so what waits for the app comes when it is asked for. */
  const deliver = () => site.deliver({ advanceClock: true });

  const putPolicyInForce = async (stuck: string) => {
    const { app, pressInApp, pressInAppUntil, chooseInApp } = screen;
    await pressInApp('Choose Generic change management policy');
    await app.getByText('Nobody holds the IT Administrator role', { exact: false }).waitFor();
    await chooseInApp('IT Administrator', 'it-administrators');
    await chooseInApp('Security Lead', 'security-leads');
    await chooseInApp('CTO', 'cto-office');
    await pressInApp('Save holders and check again');
    // The buttons beside it move until then.
    await app
      .getByText(/\d open changes? would be stuck/)
      .first()
      .waitFor();
    const asked = app.getByRole('dialog');
    await pressInAppUntil('Put in force…', asked.getByText(stuck));
    await asked.getByRole('button', { name: 'Put in force' }).click();
    await app.getByText('In force since').waitFor();
  };

  const setProjectUp = async () => {
    const { app, pressInApp } = screen;
    await pressInApp('Create a project…');
    await app.getByLabel('Name of the project').fill('Changes');
    await app.getByLabel('Key', { exact: true }).fill('chg');
    await pressInApp('Create the project');
    await app.getByText('steps are missing. Nothing is made until you say so.').waitFor();
    await app.getByText('A new workflow, for this project only, with the gates on its transitions.').waitFor();
    await pressInApp('Put CHG under change control…');
    await pressInApp('Put it under change control');
    await app.getByRole('progressbar', { name: 'Setting CHG up' }).waitFor();
    await deliver();
    await app.getByText('Everything is there: this project is under change control.').waitFor();
    await app.getByText('The gates were found on their transitions').waitFor();
    await app.getByRole('row', { name: 'CHG Governed' }).getByText('Jonas Weber').waitFor();
  };

  const createChange = async (rollbackSteps: string) => {
    const { page, dialog, press, choose, typeInto, confirm } = screen;
    await page.getByRole('link', { name: 'Jira', exact: true }).click();
    await page.getByRole('link', { name: 'Changes' }).click();
    await press('Create');
    await choose('Work type', 'Change Request');
    await dialog.getByLabel('Rollback steps').waitFor();
    await typeInto('Summary *', 'Upgrade the payment database');
    await choose('Change type', 'Normal');
    await choose('Category', 'Data');
    await choose('Risk level', 'Medium');
    await choose('Rollback owner', ivo.displayName);
    await choose('Tester', ivo.displayName);
    const texts = {
      Description: 'From PostgreSQL 15 to 17, the replica first.',
      'Business justification': 'Version 15 leaves support next year.',
      'Affected services': 'Payments Ledger',
      'Impact analysis': 'Payments are read-only for ten minutes.',
      'Rollback steps': rollbackSteps,
      'Rollback trigger': 'Replication lag above 60 s.',
      'Planned start': '2026-03-07T21:00',
      'Planned end': '2026-03-08T01:00',
      'Test plan': 'Restore last night’s backup and upgrade it.',
      'Deviation reason': 'There is no calendar of windows yet.',
    };
    for (const [label, text] of Object.entries(texts)) await typeInto(label, text);
    await confirm('Create');
  };

  const approve = async () => {
    const { app, pressInAppUntil } = screen;
    const confirmed = app.getByRole('form').getByRole('button', { name: 'Approve', exact: true });
    await pressInAppUntil('Approve…', confirmed);
    await confirmed.click();
    await app.getByText('Counts').last().waitFor();
  };

  it('comes from nothing to a closed change in the change log, with nothing but the browser', async () => {
    const { page, app, become, press, pressInApp, chooseInApp, openTab, status, typeInto, choose, confirm } = screen;
    await screen.open('/admin');
    await become(jonas);
    await putPolicyInForce('No open change would be stuck.');
    await pressInApp('Open Change log');
    await chooseInApp('Space', 'Change log');
    await pressInApp('Keep the change log here');
    await app.getByText('No page yet.').waitFor();
    await openTab('Policy');
    await pressInApp('Open Setup');
    await setProjectUp();
    await openTab('Policy');
    await app.getByText('No project is under change control').waitFor({ state: 'detached' });

    await become(priya);
    await createChange('Promote the old replica.');
    await app.getByText('Ready: use Submit to move it on.').waitFor();
    await press('Submit');
    await status('Assessment');

    await become(sam);
    await approve();
    await press('Authorize');
    await page.getByText('Not yet approved by the CTO', { exact: false }).first().waitFor();
    await become(carla);
    await app.getByText('Promote the old replica.').waitFor();
    await approve();
    await press('Authorize');
    await status('Approved');

    await become(ivo);
    await press('Implement');
    await typeInto('Test results', 'Green twice.');
    await confirm('Implement');
    await status('Implementing');
    await press('Complete');
    await choose('Implementer', ivo.displayName);
    await confirm('Complete');
    await status('Verification');
    await press('Edit all');
    await typeInto('Verification', 'Payments flow.');
    await choose('Outcome', 'Successful');
    await confirm('Save');
    await press('Close');
    await confirm('Close');
    await status('Closed');
    await deliver();

    await become(ada);
    await page.getByRole('link', { name: 'Confluence', exact: true }).click();
    await page.getByRole('link', { name: 'Change log' }).click();
    await page.getByRole('link', { name: 'Change log March 2026' }).click();
    await page.getByRole('cell', { name: 'CHG-1' }).first().waitFor();
    await page.getByText('CHG-1 · Upgrade the payment database').click();
    expect(await page.getByText('Promote the old replica.').isVisible()).toBe(true);
    await press('Add macro “Change log”');
    await app.getByText('Upgrade the payment database').first().waitFor();
    await app.getByLabel('Words in key or summary').fill('payment');
    await app.getByText('1 change', { exact: true }).waitFor();

    await become(jonas);
    await page.getByRole('link', { name: 'Apps' }).click();
    await openTab('Change log');
    await pressInApp('Verify the ledger');
    await app.getByText(/entries, unbroken/).waitFor();
  }, 120_000);

  it('may set the project up first: its gates stay shut until a policy is in force, and then follow it', async () => {
    const { page, app, become, press, pressInApp, openTab, status } = screen;
    await screen.open('/admin');
    await become(jonas);
    await openTab('Setup');
    await app.getByText('its gates stay shut').waitFor();
    await setProjectUp();
    await become(priya);
    await createChange('');
    await press('Submit');
    await page.getByText('no policy is in force', { exact: false }).first().waitFor();

    await become(jonas);
    await page.getByRole('link', { name: 'Apps' }).click();
    await openTab('Setup');
    await pressInApp('Choose a policy first');
    await putPolicyInForce('1 open change would be stuck until what is newly asked is there');
    await deliver();
    await openTab('Setup');
    await app.getByRole('row', { name: 'CHG Governed' }).waitFor();

    await become(priya);
    await page.getByRole('link', { name: 'Jira', exact: true }).click();
    await page.getByRole('link', { name: 'Changes' }).click();
    await page.getByRole('link', { name: 'CHG-1' }).click();
    await press('Submit');
    await page.getByText('Rollback steps is empty (GEN-4.1d, GEN-4.5).').first().waitFor();
    await status('Draft');
  }, 120_000);
});
