import { groupBy } from '../../common/group-by.js';
import { taskCodeOf } from './body.js';
import { codeOf } from './codes.js';
import { type ColumnItem } from './column.js';
import { checkNumbers, checkSharedNumbers } from './invariants.js';
import { type Log } from './report.js';
import { type StandardSource } from './standard-source.js';

/** The invariants of the parts below the form: sections, numbering, parents and children, blocks. */
export function checkStandardBody({ body, attitudes, bullets, sections }: StandardSource, log: Log): void {
  for (const [section, name, filled] of [
    ['versions', '版本', true],
    ['body', '職能內涵', body.duties.length > 0],
    ['attitudes', '職能內涵 (A=attitude 態度)', attitudes.length > 0],
    ['supplement', '說明與補充事項', bullets.length > 0],
  ] as const) {
    const place = sections.get(section);
    if (!place) log.fault('section_missing', { line: 1 }, '', { section: name });
    else if (!filled) log.fault('section_empty', place, '', { section: name });
  }

  checkNumbers(body.duties, (n) => codeOf('duty', [n]), log);
  const duties = new Map(body.duties.map((duty) => [duty.name, duty]));
  const tasksByDuty = groupBy(body.tasks, (task) => codeOf('duty', task.numbers.slice(0, 1)));
  for (const [parent, tasks] of tasksByDuty) {
    checkNumbers(tasks, (n) => `${parent}.${n}`, log);
    if (duties.has(parent)) continue;
    for (const task of tasks) log.fault('task_without_duty', task, task.name, { code: task.name, parent });
  }
  for (const duty of body.duties) {
    if (!tasksByDuty.has(duty.name)) log.fault('duty_without_task', duty, duty.name, { code: duty.name });
  }

  const taskCodes = new Set(body.tasks.map((task) => task.name));
  checkChildren(body.outputs, taskCodes, log);
  const indicators = checkChildren(body.indicators, taskCodes, log);
  for (const task of body.tasks) {
    if (!indicators.has(task.name)) log.fault('task_without_indicator', task, task.name, { code: task.name });
  }

  for (const block of body.blocks) {
    if (block.tasks.length === 0) log.fault('block_without_task', block, '', { level: block.level });
    // A level cell spans a duty or a task of it; one that runs on into the next duty has probably lost the next level.
    const other = block.tasks.find((task) => task.numbers[0] !== block.tasks[0]!.numbers[0]);
    if (other) log.find('block_over_duties', other, other.name, { code: other.name, level: block.level });
  }
  checkSharedNumbers(
    body.blocks.map((block) => block.knowledge),
    (n) => codeOf('knowledge', [n]),
    log,
  );
  checkSharedNumbers(
    body.blocks.map((block) => block.skills),
    (n) => codeOf('skill', [n]),
    log,
  );
  checkNumbers(attitudes, (n) => codeOf('attitude', [n]), log);
}

function checkChildren(items: readonly ColumnItem[], tasks: ReadonlySet<string>, log: Log): ReadonlySet<string> {
  const byTask = groupBy(items, taskCodeOf);
  for (const [parent, siblings] of byTask) {
    const letter = siblings[0]!.kind;
    checkNumbers(siblings, (n) => codeOf(letter, [...siblings[0]!.numbers.slice(0, 2), n]), log);
    if (tasks.has(parent)) continue;
    for (const item of siblings) log.fault('item_without_task', item, item.name, { code: item.name, parent });
  }
  return new Set(byTask.keys());
}
