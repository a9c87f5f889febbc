import { route } from '@forge/api';
import { anyAnswer, oneId, tabFieldList, tabList } from '../../../contracts/jira/administration/site-parts';
import { Failure } from '../../../domain/failure';
import { administer, readAsApp } from './administer';
import { listOptions, usualContext } from './survey-fields';

/** Adds the options that the field does not offer yet, in one request. */
export async function addOptions(fieldId: string, options: readonly string[]): Promise<void> {
  const context = await usualContext(fieldId);
  if (context === undefined) throw new Failure('unexpected-answer', 'A field that was made applies to no project.');
  const there = new Set((await listOptions(fieldId, context)).map((option) => option.toLowerCase()));
  const missing = options.filter((option) => !there.has(option.toLowerCase()));
  if (missing.length === 0) return;
  const body = { options: missing.map((value) => ({ value })) };
  await administer('POST', route`/rest/api/3/field/${fieldId}/context/${context}/option`, body, anyAnswer);
}

/** Adds the fields that no tab of the screen has yet, one by one in their order, to its first tab. */
export async function fillScreen(screenId: string, fieldIds: readonly string[]): Promise<void> {
  const tabs = await readAsApp(route`/rest/api/3/screens/${screenId}/tabs`, tabList);
  const present = await Promise.all(
    tabs.map((tab) => readAsApp(route`/rest/api/3/screens/${screenId}/tabs/${tab.id}/fields`, tabFieldList)),
  );
  const there = new Set(present.flat().map(({ id }) => id));
  const tabId = tabs[0]?.id ?? (await addTab(screenId));
  for (const fieldId of fieldIds.filter((id) => !there.has(id))) {
    await administer('POST', route`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`, { fieldId }, anyAnswer);
  }
}

async function addTab(screenId: string): Promise<string> {
  return (await administer('POST', route`/rest/api/3/screens/${screenId}/tabs`, { name: 'Change' }, oneId)).id;
}
