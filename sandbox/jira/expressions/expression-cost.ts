/** How many expensive operations an expression may execute: a formula over the sizes of the lists that it goes through. */

const NAMES = ['N', 'M', 'L', 'K'];

export interface CostFormula {
  readonly expensiveOperations: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export class ExpressionCost {
  readonly #terms = new Map<string, number>();
  readonly #variables = new Map<string, string>();
  readonly #loops: string[] = [];

  /** Runs what is done for every item of the list that `source` spells. */
  perItem<Result>(source: string, run: () => Result): Result {
    const known = [...this.#variables].find(([, text]) => text === source)?.[0];
    const name = known ?? NAMES[this.#variables.size] ?? `N${this.#variables.size}`;
    this.#variables.set(name, source);
    this.#loops.push(name);
    try {
      return run();
    } finally {
      this.#loops.pop();
    }
  }

  add(): void {
    const key = [...this.#loops].sort().join('*');
    this.#terms.set(key, (this.#terms.get(key) ?? 0) + 1);
  }

  formula(): CostFormula {
    const terms = [...this.#terms].sort(([one], [other]) => other.length - one.length);
    const used = [...this.#variables].filter(([name]) => terms.some(([key]) => key.split('*').includes(name)));
    const texts = terms.map(([key, count]) => (key === '' ? String(count) : count === 1 ? key : `${count}*${key}`));
    return {
      expensiveOperations: texts.length === 0 ? '0' : texts.join(' + '),
      ...(used.length === 0 ? {} : { variables: Object.fromEntries(used) }),
    };
  }
}
