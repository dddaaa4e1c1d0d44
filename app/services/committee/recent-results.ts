/** Keeps the results for the keys used last. Only for what is computed from content that can never change. */
export function recentResults<T>(capacity: number): (key: string, compute: () => T) => T {
  const results = new Map<string, T>();
  return (key, compute) => {
    const known = results.get(key);
    const result = known ?? compute();
    results.delete(key);
    results.set(key, result);
    if (results.size > capacity) results.delete(results.keys().next().value ?? key);
    return result;
  };
}
