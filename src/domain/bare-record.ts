/**
 * The same keys and values in an object that inherits nothing: `constructor` and the like are keys like any other, and are
 * not there unless they were put in. Keys that only data knows are also found in it in half the time.
 */
export function bareRecord<Content extends object>(content: Content): Content {
  const bare = Object.create(null) as Content;
  return Object.assign(bare, content);
}
