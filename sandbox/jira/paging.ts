/** A page inside another answer: whole, as these lists are short. */
export function nestedPage<Value>(values: readonly Value[]) {
  return { startAt: 0, maxResults: 100, total: values.length, isLast: true, values };
}
