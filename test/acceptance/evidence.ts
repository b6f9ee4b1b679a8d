import { randomUUID } from 'node:crypto';
import { type Part, type Step } from './play.js';
import { type Refs } from './targets.js';

/** The candidate hands in a file of their work under this title. */
export function handIn(title: string, circumstances: Record<string, string> = {}): Step {
  return async (play) => {
    const call = play.candidate.upload(play.at('/evidence')).field('title', title);
    const fields = { producedOn: '2026-02-01', ...circumstances };
    for (const [name, value] of Object.entries(fields)) void call.field(name, value);
    const bytes = Buffer.from(`${title} ${randomUUID()}`);
    play.items.set(title, (await play.ask(call.attach('files', bytes, `${title}.txt`))).id);
  };
}

/** The candidate corrects what was said of an item. */
export function correct(title: string, changes: object): Step {
  return async (play) => {
    const path = `/evidence/${play.item(title)}`;
    const { contentSha256 } = await play.ask(play.candidate.get(path));
    await play.ask(play.candidate.patch(path, changes).set('If-Match', `"${contentSha256}"`));
  };
}

/** The candidate declares items to be their own. */
export function declare(...titles: string[]): Step {
  return async (play) => {
    const itemIds = titles.map((title) => play.item(title));
    await play.ask(play.candidate.post(play.at('/declarations'), { itemIds }));
  };
}

export function claim(title: string, refs: Refs, method?: string): Step {
  return async (play) => {
    const claims = refs(play.refs).map((targetRef) => ({
      itemId: play.item(title),
      targetRef,
      ...(method && { method }),
    }));
    await play.ask(play.candidate.post(play.at('/claims'), { claims }));
  };
}

/** Work handed in, declared and claimed to show this. */
export const work = (title: string, refs: Refs, circumstances: Record<string, string> = {}): Step[] => [
  handIn(title, circumstances),
  declare(title),
  claim(title, refs),
];

/** An assessor sights the original of a copy, or saw the candidate write. */
export function check(title: string, kind: 'original_sighted' | 'written_supervised', by: Part = 'lead'): Step {
  return async (play) => {
    await play.ask(play.who(by).post(`/evidence/${play.item(title)}/checks`, { kind, note: '當面核對。' }));
  };
}
