const weights = ['primary', 'supporting'] as const;
export type Weight = (typeof weights)[number];

/** What a method of assessment can show, and what it takes to count as carried out. */
export interface GuideMethod {
  /** Each inner list is a choice of evidence forms; one of every list is needed. */
  needsAllOf: string[][];
  /** The classes of evidence it yields. */
  classOfResult: string[];
  criteria: Record<string, Weight>;
  keyAspects: Record<string, Weight>;
  knowledge: Record<string, Weight>;
  why: string;
}

/** Advice for the assessment of one unit, for the assessor to edit in the plan. It never decides anything. */
export interface AssessmentGuide {
  /** The unit's code with its version. */
  unit: string;
  status: string;
  /** Key aspect → the criteria (and maybe knowledge) that it covers. */
  keyAspectRefs: Record<string, string[]>;
  /** By the method's ref, as `M1`. */
  methods: Record<string, GuideMethod>;
}

/** Reads the JSON of a guide file; one of any other shape throws an error that names the wrong place. */
export function readGuide(json: unknown): AssessmentGuide {
  const guide = dictionary(json, 'guide');
  return {
    unit: text(guide.unit, 'unit'),
    status: text(guide.status, 'status'),
    keyAspectRefs: each(guide.key_aspect_to_criteria, 'key_aspect_to_criteria', texts),
    methods: each(guide.methods, 'methods', readMethod),
  };
}

function readMethod(json: unknown, place: string): GuideMethod {
  const method = dictionary(json, place);
  const weighted = (name: string) => each(method[name] ?? {}, `${place}.${name}`, weight);
  return {
    needsAllOf: list(method.needs_all_of, `${place}.needs_all_of`, texts),
    classOfResult: texts(method.class_of_result, `${place}.class_of_result`),
    criteria: weighted('criteria'),
    keyAspects: weighted('key_aspects'),
    knowledge: weighted('knowledge'),
    why: text(method.why, `${place}.why`),
  };
}

type Read<T> = (json: unknown, place: string) => T;

function dictionary(json: unknown, place: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw wrong(place, 'an object');
  return json as Record<string, unknown>;
}

function each<T>(json: unknown, place: string, read: Read<T>): Record<string, T> {
  const entries = Object.entries(dictionary(json, place));
  return Object.fromEntries(entries.map(([key, value]) => [key, read(value, `${place}.${key}`)]));
}

function list<T>(json: unknown, place: string, read: Read<T>): T[] {
  if (!Array.isArray(json)) throw wrong(place, 'a list');
  return json.map((value, i) => read(value, `${place}.${i}`));
}

const texts: Read<string[]> = (json, place) => list(json, place, text);

function text(json: unknown, place: string): string {
  if (typeof json !== 'string' || json === '') throw wrong(place, 'a text');
  return json;
}

function weight(json: unknown, place: string): Weight {
  const known = weights.find((w) => w === json);
  if (!known) throw wrong(place, `one of ${weights.join(', ')}`);
  return known;
}

function wrong(place: string, wanted: string): Error {
  return new Error(`${place} must be ${wanted}`);
}
