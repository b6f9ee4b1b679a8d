import { randomUUID } from 'node:crypto';
import { type Part, type Play, type Step } from './play.js';
import { type Refs } from './targets.js';

interface Watching {
  by?: Part;
  on?: string;
}

/** An assessor watches the candidate at work, and signs a record of what was shown. */
export const observe = (title: string, refs: Refs, { by = 'lead', on = '2026-02-20' }: Watching = {}): Step =>
  record(title, 'observations', by, (play) => ({
    title,
    startedAt: `${on}T09:00:00+08:00`,
    endedAt: `${on}T10:00:00+08:00`,
    place: '客服中心',
    present: '值班主管',
    context: '處理三件客訴',
    notes: '依程序處理。',
    outcomes: refs(play.refs).map((ref) => ({ ref, outcome: 'shown' })),
  }));

/** As `observe`, of a task that was arranged. */
export const demonstrate = (title: string, refs: Refs, { by = 'lead', on = '2026-02-21' }: Watching = {}): Step =>
  record(title, 'observations', by, (play) => ({
    form: 'demonstration',
    title,
    task: '處理一件退換貨並說明依據。',
    startedAt: `${on}T09:00:00+08:00`,
    place: '訓練教室',
    present: '受評者',
    context: '模擬櫃檯',
    notes: '一次完成。',
    outcomes: refs(play.refs).map((ref) => ({ ref, outcome: 'shown' })),
  }));

interface Asking {
  by?: Part;
  purpose?: 'questioning' | 'rpl_conversation';
  /** Titles of the evidence that was talked about. */
  about?: string[];
  /** The method of the document that the questions belong to. */
  method?: string;
}

/** An assessor asks the candidate, and signs a record of question and answer. */
export const ask = (
  title: string,
  refs: Refs,
  { by = 'lead', purpose = 'questioning', about = [], method }: Asking = {},
): Step =>
  record(title, 'questionings', by, (play) => ({
    title,
    purpose,
    method,
    askedAt: '2026-02-22T09:00:00+08:00',
    endedAt: '2026-02-22T10:00:00+08:00',
    place: '會議室',
    present: '兩人',
    about: about.map((one) => play.item(one)),
    questions: refs(play.refs).map((ref, index) => ({
      id: `Q${index + 1}`,
      text: '請說明你當時怎麼做，為什麼？',
      refs: [ref],
      mode: 'oral',
      answer: '先查紀錄，再與客戶確認。',
      outcome: 'satisfactory',
    })),
  }));

function record(title: string, kind: 'observations' | 'questionings', by: Part, content: (play: Play) => object): Step {
  return async (play) => {
    const id = randomUUID();
    await play.ask(play.who(by).put(play.at(`/${kind}/${id}`), content(play)));
    await play.ask(play.who(by).post(`/${kind}/${id}/signature`, {}));
    play.items.set(title, id);
  };
}
