type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const values: Json[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  'a\u0000b',
  '\ud800',
  'a'.repeat(20_000),
  '2025-02-30',
  [],
  {},
  [null],
  [{}],
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
];

/** The body over and over, each time with one value, at whatever depth, put in place of what belongs there. */
export function spoilt(body: object): Json[] {
  return placesIn(body as Json).flatMap((place) => {
    const own = at(body as Json, place);
    return [...values, [[own]], { own }].map((value) => put(body as Json, place, value));
  });
}

function placesIn(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...placesIn(inner).map((rest) => [key, ...rest])]);
}

const at = (value: Json, place: string[]): Json =>
  place.reduce((inner, key) => (inner as Record<string, Json>)[key]!, value);

function put(body: Json, place: string[], value: Json): Json {
  const copy = structuredClone(body);
  const parent = at(copy, place.slice(0, -1)) as Record<string, Json>;
  parent[place.at(-1)!] = value;
  return copy;
}
