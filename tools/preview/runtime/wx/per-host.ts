/** One object per phone, shared by the built-in components and the APIs without either owning it. */
import type { RuntimeHost } from '../host';

export function perHost<T>(create: (host: RuntimeHost) => T): (host: RuntimeHost) => T {
  const made = new WeakMap<RuntimeHost, T>();
  return (host) => {
    const known = made.get(host);
    if (known !== undefined) return known;
    const fresh = create(host);
    made.set(host, fresh);
    return fresh;
  };
}
