/** What the methods of lists answer, by the types of the list and of what they are given. */
import { ANY, either, listOf, named } from './expression-type';
import type { ExpressionType } from './expression-type';

type Call = (args: readonly ExpressionType[]) => ExpressionType;

/** `perItem` runs a function that is called for every item. Undefined: lists have no such method. */
export function listMethod(
  name: string,
  item: ExpressionType,
  perItem: (run: () => ExpressionType) => ExpressionType,
): Call | undefined {
  const applied = (callback: ExpressionType | undefined, ...args: readonly ExpressionType[]): ExpressionType =>
    callback?.kind === 'function' ? perItem(() => callback.apply(args)) : ANY;
  switch (name) {
    case 'map':
      return ([callback]) => listOf(applied(callback, item, named('Number')));
    case 'flatMap':
      return ([callback]) => flattened(applied(callback, item, named('Number')));
    case 'flatten':
      return () => flattened(item);
    case 'every':
    case 'some':
      return ([callback]) => {
        applied(callback, item, named('Number'));
        return named('Boolean');
      };
    case 'filter':
      return ([callback]) => {
        applied(callback, item, named('Number'));
        return listOf(item);
      };
    case 'sort':
      return ([callback]) => {
        applied(callback, item, item);
        return listOf(item);
      };
    case 'reduce':
      return ([callback, first = item]) => either(first, applied(callback, first, item));
    case 'includes':
      return () => named('Boolean');
    case 'indexOf':
      return () => named('Number');
    case 'slice':
      return () => listOf(item);
    case 'concat':
      return ([more = ANY]) => listOf(either(item, more.kind === 'list' ? more.of : more));
    case 'join':
      return () => named('String');
    default:
      return undefined;
  }
}

function flattened(type: ExpressionType): ExpressionType {
  return listOf(type.kind === 'list' ? type.of : type);
}
