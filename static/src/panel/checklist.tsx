import { type CheckItem } from '../../../src/contracts/api/panel-api';
import { Disclosure } from '../elements/disclosure';
import { ChecklistItem } from './checklist-item';

/** What must be seen first: what could not be checked, then what is missing. */
const OPEN_STATES: readonly CheckItem['state'][] = ['unknown', 'unmet'];
const DONE_STATES: readonly CheckItem['state'][] = ['excepted', 'waived', 'met'];

const inOrder = (items: readonly CheckItem[], states: readonly CheckItem['state'][]) =>
  states.flatMap((state) => items.filter((item) => item.state === state));

interface Props {
  readonly items: readonly CheckItem[];
  readonly gateTitle: string | undefined;
}

/** What the policy asks for at the gate ahead: what is open in full, what is done behind a button. */
export function Checklist({ items, gateTitle }: Props) {
  const open = inOrder(items, OPEN_STATES);
  const done = inOrder(items, DONE_STATES);
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{gateTitle === undefined ? 'Checklist' : `Before "${gateTitle}"`}</h2>
      {open.length > 0 && <Items items={open} />}
      {done.length > 0 && (
        <Disclosure label={doneLabel(done.length, open.length > 0)}>
          <Items items={done} />
        </Disclosure>
      )}
    </section>
  );
}

function Items({ items }: { readonly items: readonly CheckItem[] }) {
  return (
    <ul className="checklist">
      {items.map((item, position) => (
        <ChecklistItem key={`${item.ruleId}-${String(position)}`} item={item} />
      ))}
    </ul>
  );
}

function doneLabel(count: number, more: boolean): string {
  const verb = count === 1 ? 'is' : 'are';
  return more ? `${String(count)} more ${verb} done` : `${String(count)} ${verb} done`;
}
