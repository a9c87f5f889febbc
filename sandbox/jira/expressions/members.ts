/** Access to the members of values. */
import { calendarDateMember, dateMember } from './date-values';
import { UnsupportedExpression } from './expression-problem';
import { LIST_MEMBERS, listMember } from './list-members';
import { mapMember } from './map-members';
import type { Meter } from './meter';
import { TEXT_MEMBERS, textMember } from './text-members';
import { hasKind, isList, isMap } from './values';
import type { JiraObject, Value } from './values';

/** The member, or undefined when the value has none of that name; null has none at all. */
export function memberOf(value: Value, name: string, meter: Meter, zone: string): Value | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return undefined;
  if (typeof value === 'string') return textMember(value, name);
  if (isList(value)) return listMember(value, name);
  if (isMap(value)) return mapMember(value, name);
  if (hasKind(value, 'date')) return dateMember(value, name, zone);
  if (hasKind(value, 'calendar date')) return calendarDateMember(value, name);
  return hasKind(value, 'object') ? objectMember(value, name, meter) : undefined;
}

function objectMember(object: JiraObject, name: string, meter: Meter): Value | undefined {
  if (Object.hasOwn(object.members, name)) return object.members[name]?.(meter);
  if (object.unsupported?.includes(name) === true)
    throw new UnsupportedExpression(`${name} of the type ${object.typeName}`);
  return object.named?.(name, meter);
}

/** For the message that a member does not exist. */
export function memberNames(value: Value): readonly string[] {
  if (typeof value === 'string') return TEXT_MEMBERS;
  if (isList(value)) return LIST_MEMBERS;
  if (isMap(value)) return [...value.keys()];
  return hasKind(value, 'object') ? Object.keys(value.members) : [];
}
