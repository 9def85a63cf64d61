import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { JsonValue } from './json.ts';

/** No state is as long; what unpacks to more was not made here. */
const MAX_BYTES = 256 * 1024;

/** Packs JSON into a text that may stand in an address as it is. */
export function pack(json: JsonValue): string {
  const bytes = deflateSync(strToU8(JSON.stringify(json)), { level: 9 });
  const base64 = btoa(strFromU8(bytes, true));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The JSON in such a text; undefined when there is none. */
export function unpack(text: string): JsonValue | undefined {
  try {
    const bytes = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
    return JSON.parse(strFromU8(inflateSync(bytes, { out: new Uint8Array(MAX_BYTES) })));
  } catch {
    return undefined;
  }
}
