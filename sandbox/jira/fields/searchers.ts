/**
 * The searchers that a type of custom field can have, by the description of `searcherKey` of `POST /rest/api/3/field`.
 * The first is the one that the administration page chooses.
 */
import { CUSTOM_FIELD_PLUGIN } from './custom-field-plugin';

const SEARCHERS: Readonly<Record<string, readonly string[]>> = {
  textfield: ['textsearcher'],
  textarea: ['textsearcher'],
  url: ['exacttextsearcher'],
  float: ['exactnumber', 'numberrange'],
  datetime: ['datetimerange'],
  datepicker: ['daterange'],
  userpicker: ['userpickergroupsearcher'],
  multiuserpicker: ['userpickergroupsearcher'],
  select: ['multiselectsearcher'],
  radiobuttons: ['multiselectsearcher'],
  multiselect: ['multiselectsearcher'],
  multicheckboxes: ['multiselectsearcher'],
  labels: ['labelsearcher'],
};

/** The full key of the usual searcher of a type, e.g. `textarea`. */
export function usualSearcher(type: string): string | null {
  const name = SEARCHERS[type]?.[0];
  return name === undefined ? null : `${CUSTOM_FIELD_PLUGIN}:${name}`;
}

export function isSearcherFor(type: string, searcherKey: string): boolean {
  return (SEARCHERS[type] ?? []).some((name) => searcherKey === `${CUSTOM_FIELD_PLUGIN}:${name}`);
}
