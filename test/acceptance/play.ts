import { type Response, type Test } from 'supertest';
import { type Persona, type World } from '../world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

/** Who takes part, besides the candidate of each story. */
export const parts = ['lead', 'second', 'other', 'verifier', 'officer'] as const;
export type Part = (typeof parts)[number] | 'candidate';
export type Cast = Readonly<Record<(typeof parts)[number], Persona>>;

/** Something that somebody does, or that is looked at, in the course of a story. */
export type Step = (play: Play) => Promise<void>;

/** The refusal of what somebody asked. */
export class Refused extends Error {
  constructor(readonly answer: Response) {
    const { method, url } = answer.request as unknown as { method: string; url: string };
    super(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** An assessment as it goes on, and what people call the things in it. */
export class Play {
  documentId: string;
  /** The refs of everything in the document that can be shown, by its type. */
  readonly refs = new Map<string, string[]>();
  assessmentId: string;
  plan: Body;
  invitation: Body;
  request: Body;
  verdict: Body;
  appeal: Body;
  /** A newer version of the document. */
  published: Body;
  verification: Body;
  /** Attempts that were closed before this one, the latest last. */
  readonly earlier: { assessmentId: string; verdict: Body }[] = [];
  /** The ids of items by the titles that the story gives them. */
  readonly items = new Map<string, string>();
  /** What is put back when the story is over. */
  readonly afterwards: (() => Promise<void> | void)[] = [];

  constructor(
    readonly world: World,
    private readonly cast: Cast,
    readonly candidate: Persona,
  ) {}

  who(part: Part): Persona {
    return part === 'candidate' ? this.candidate : this.cast[part];
  }

  item(title: string): string {
    const id = this.items.get(title);
    if (id === undefined) throw new Error(`no evidence called ${title}`);
    return id;
  }

  /** An address of this attempt. */
  at(path: string): string {
    return `/assessments/${this.assessmentId}${path}`;
  }

  /** What is answered, unless it is a refusal. */
  async ask(call: Test): Promise<Body> {
    const answer = await call;
    if (answer.status >= 400) throw new Refused(answer);
    return answer.body;
  }

  async use(documentId: string): Promise<void> {
    const { items } = await this.ask(this.world.operator.get(`/competency-documents/${documentId}`));
    this.documentId = documentId;
    this.refs.clear();
    for (const { type, ref } of items) this.refs.set(type, [...(this.refs.get(type) ?? []), ref]);
  }

  /** Every claim that stands, with its item, its target and its state. */
  async claims(): Promise<{ id: string; itemId: string; targetRef: string; state: string }[]> {
    const { cells } = await this.coverage();
    return cells.flatMap(({ item: itemId, target: targetRef, claims }: Body) =>
      claims.map(({ id, state }: Body) => ({ id, itemId, targetRef, state })),
    );
  }

  async coverage(): Promise<Body> {
    return this.ask(this.world.operator.get(this.at('/coverage')));
  }
}
