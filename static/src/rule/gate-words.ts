import { type Gate } from '../../../src/domain/change/lifecycle';

/** What it means for a change to pass a gate. */
export const GATE_WORDS: Readonly<Record<Gate, string>> = {
  submit: 'the change is handed in for assessment',
  authorize: 'the change is approved',
  implement: 'the implementation begins',
  complete: 'the implementation ends',
  close: 'the change is closed',
  expedite: 'an emergency goes straight to implementation',
};
