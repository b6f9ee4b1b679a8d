import { groupBy } from '../../common/group-by.js';
import { taskCodeOf } from './body.js';
import { type ColumnItem } from './column.js';
import { type Attitude, type Duty, type OccupationalStandardDocument, type Task } from './interchange.js';
import { type Log } from './report.js';
import { type Row } from './rows.js';
import { checkStandardBody } from './standard-checks.js';
import { readIdentity } from './standard-identity.js';
import { readStandardSource, type StandardSource } from './standard-source.js';
import { bulletsOf, notesAmong } from './supplement.js';
import { tellAlikeTexts, tellNotes } from './wording.js';
import { createWriter, withRefs, type Writer } from './writer.js';
import { checkNotes } from './invariants.js';

/** Reads a 職能基準. Where the log then holds faults the document is incomplete and must not be used. */
export function readStandard(rows: readonly Row[], log: Log): OccupationalStandardDocument {
  const source = readStandardSource(rows, log);
  const { body, attitudes, bulletPassages, fields, title } = source;
  const writer = createWriter(
    [
      title,
      ...fields.values(),
      ...[body.duties, body.tasks, body.outputs, body.indicators, attitudes].flat(),
      ...body.blocks.flatMap((block) => [...block.knowledge, ...block.skills]),
      ...bulletPassages,
    ],
    log,
  );
  const identity = readIdentity(source, writer, log);
  checkStandardBody(source, log);

  const duties = dutiesOf(source, writer);
  const blocks = body.blocks.map((block) => ({
    tasks: block.tasks.map((task) => task.name),
    level: block.level,
    knowledge: block.knowledge.map((item) => withRefs(writer.item(item))),
    skills: block.skills.map((item) => writer.item(item)),
  }));
  const attitudeTexts = attitudes.map((item) => attitudeOf(item, writer, log));
  const supplementary = bulletsOf(source.bullets, (passage) => writer.printed(passage));
  const notes = notesAmong(source.bullets, supplementary);
  checkNotes(notes, log);
  tellNotes(notes, writer.references, log);
  tellAlikeTexts(body, log);

  return {
    ...identity,
    duties,
    competence_blocks: blocks,
    attitudes: attitudeTexts,
    notes: notes.sort((a, b) => a.number - b.number).map(({ line: _, ...note }) => note),
    supplementary,
  };
}

function dutiesOf({ body }: StandardSource, writer: Writer): Duty[] {
  const level = new Map(body.blocks.flatMap((block) => block.tasks.map((task) => [task, block.level] as const)));
  const outputs = groupBy(body.outputs, taskCodeOf);
  const indicators = groupBy(body.indicators, taskCodeOf);
  const tasks = groupBy(body.tasks, (task) => task.numbers[0]);
  const written = (items: ColumnItem[] | undefined) => (items ?? []).map((item) => writer.item(item));
  const taskOf = (task: ColumnItem): Task => ({
    ...writer.item(task),
    level: level.get(task) ?? 1,
    outputs: written(outputs.get(task.name)),
    indicators: written(indicators.get(task.name)),
  });
  return body.duties.map((duty) => ({
    ...writer.item(duty),
    tasks: (tasks.get(duty.numbers[0]) ?? []).map(taskOf),
  }));
}

function attitudeOf(item: ColumnItem, writer: Writer, log: Log): Attitude {
  const { code, text, ...rest } = writer.item(item);
  const colon = text.search(/[：:]/);
  if (colon < 1) log.find('attitude_without_description', item, text, { code });
  return { code, name: colon < 1 ? text : text.slice(0, colon).trim(), text, ...rest };
}
