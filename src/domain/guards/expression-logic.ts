/** A part of a Jira expression that is true or false: decided while it is compiled, or a text that Jira decides. */
export type Logic = boolean | LogicText;

interface LogicText {
  readonly text: string;
  /** The operator that joins its parts; absent where brackets are never needed. */
  readonly joined?: '&&' | '||';
  /** What it is the opposite of. */
  readonly denies?: Logic;
}

/** A comparison or a call that gives a Boolean, which `&&` and `||` can join as it stands. */
export function asks(text: string): Logic {
  return { text };
}

/** True when all parts are; what is decided already is left out. */
export function all(parts: readonly Logic[]): Logic {
  return parts.includes(false) ? false : join(parts, '&&', true);
}

/** True when one of the parts is; what is decided already is left out. */
export function any(parts: readonly Logic[]): Logic {
  return parts.includes(true) ? true : join(parts, '||', false);
}

export function not(part: Logic): Logic {
  if (typeof part === 'boolean') return !part;
  return part.denies ?? { text: `!(${part.text})`, denies: part };
}

export function textOf(part: Logic): string {
  return typeof part === 'boolean' ? String(part) : part.text;
}

function join(parts: readonly Logic[], operator: '&&' | '||', nothing: boolean): Logic {
  const open = parts.filter((part) => typeof part !== 'boolean');
  const [first] = open;
  if (first === undefined) return nothing;
  if (open.length === 1) return first;
  const texts = open.map(({ text, joined }) => (joined === undefined || joined === operator ? text : `(${text})`));
  return { text: texts.join(` ${operator} `), joined: operator };
}
