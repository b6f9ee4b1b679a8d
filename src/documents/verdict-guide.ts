import { formChoice } from '../i18n/guide-forms.js';
import { run } from './layout.js';
import { type VerdictPlanMethod } from './record-plan.js';
import { type VerdictRecord, type VerdictTarget } from './record.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { type Row } from './table.js';
import { styles } from './theme.js';
import { type Words } from './words.js';

/**
 * What a unit's assessment guide names beside the key aspects, and what the plan made of it: the context that is asked
 * for, and the methods.
 */
export function drawGuide(sheet: Sheet): void {
  drawContexts(sheet);
  drawMethods(sheet);
}

function drawContexts(sheet: Sheet): void {
  const { plan } = sheet.record;
  const contexts = ofType(sheet.record, 'context');
  if (contexts.length === 0) return;
  const answers = new Map(plan?.contexts.map((context) => [context.ref, context]));
  const rows = contexts.map(({ ref, code, text }) => {
    if (!plan) return rowOf(code, [text]);
    const { available = null, reason = null } = answers.get(ref) ?? {};
    return rowOf(code, [text], [availability(available, sheet.words), ...because(reason, sheet.words)]);
  });
  const columns = plan
    ? columnsOf(sheet, ['code', 'text', 'context_confirmed'], [58, sheet.flow.width - 218])
    : columnsOf(sheet, ['code', 'text'], [58]);
  tableSection(sheet, 'section_contexts', columns, rows);
}

/** The document's methods, whether or not the plan has them, and then the plan's own. */
function drawMethods(sheet: Sheet): void {
  const { flow, record, words } = sheet;
  const { plan } = record;
  const planned = new Map(plan?.methods.map((method) => [method.code, method]));
  const named = ofType(record, 'method').map(({ code, text }) => ({ code, text }));
  const own = [...planned.values()].filter(({ code }) => !named.some((method) => method.code === code));
  const methods = [...named, ...own.map(({ code, name }) => ({ code, text: name }))];
  if (methods.length === 0) return;
  const { counted, unnamed } = timesCounted(record);
  const rows = methods.map(({ code, text }) => {
    const times = String(counted.get(code) ?? 0);
    return plan ? rowOf(code, [text], inPlan(code, planned, sheet), [times]) : rowOf(code, [text], [times]);
  });
  const notes = [words.say('note_methods')];
  if (unnamed > 0) notes.push(words.say('note_methods_unnamed', { count: unnamed }));
  const columns = plan
    ? columnsOf(sheet, ['code', 'text', 'in_plan', 'times_counted'], [58, flow.width - 298, 170])
    : columnsOf(sheet, ['code', 'text', 'times_counted'], [58, flow.width - 158]);
  tableSection(sheet, 'section_methods', columns, rows, notes.join(words.locale === 'en' ? ' ' : ''));
}

/** A method's words: the document's, or those of the plan it is the plan's own in. */
export function methodText({ targets, plan }: VerdictRecord, code: string | null): string | undefined {
  const named = targets.find((target) => target.type === 'method' && target.code === code);
  return named?.text ?? plan?.methods.find((method) => method.code === code)?.name;
}

const ofType = ({ targets }: VerdictRecord, type: VerdictTarget['type']): VerdictTarget[] =>
  targets.filter((target) => target.type === type);

function rowOf(code: string, ...cells: string[][]): Row {
  const texts = cells.map((lines) => ({ runs: lines.map((text) => [run(text, styles.small)]) }));
  return { cells: [{ runs: [[run(code, styles.smallStrong)]] }, ...texts] };
}

function availability(available: boolean | null, words: Words): string {
  if (available === null) return words.say('context_unconfirmed');
  return words.say(available ? 'context_available' : 'context_missing');
}

const because = (reason: string | null, words: Words): string[] => (reason ? [words.say('reason', { reason })] : []);

/** Where the plan has a method from, what it asked for and why; of one outside the plan, why claims name it (rule V4). */
function inPlan(code: string, planned: ReadonlyMap<string, VerdictPlanMethod>, { record, words }: Sheet): string[] {
  const method = planned.get(code);
  if (!method) {
    const reasons = record.claims.flatMap((claim) => (claim.method === code ? (claim.methodReason ?? []) : []));
    return [words.say('method_unplanned'), ...[...new Set(reasons)].flatMap((reason) => because(reason, words))];
  }
  const needs = method.needsAllOf.map((forms) => formChoice(forms, words.locale));
  return [
    words.say(`method_${method.source}`),
    ...(needs.length > 0 ? [words.say('method_needs', { needs })] : []),
    ...because(method.reason, words),
  ];
}

/** How many counting claims were made by each method, by its code. */
function timesCounted({ targets }: VerdictRecord): { counted: Map<string, number>; unnamed: number } {
  const counted = new Map<string, number>();
  let unnamed = 0;
  for (const { method } of targets.flatMap(({ evidence }) => evidence)) {
    if (method === null) unnamed += 1;
    else counted.set(method, (counted.get(method) ?? 0) + 1);
  }
  return { counted, unnamed };
}
